/** Writing what a person recorded: a full device is told at once, and nothing is half written. */
import { StoreFull, type Tables } from '../store/database';
import type { TableName } from '../store/rows';
import type { Device } from './device';
import { RecordError } from './error';

/** Resolves at `complete`. Throws RecordError `full`. */
export async function writeHere<N extends TableName, T>(
  device: Device,
  names: readonly N[],
  work: (tables: Tables<N>) => Promise<T>,
): Promise<T> {
  try {
    const result = await device.database.write(names, work);
    device.room(false);
    return result;
  } catch (error) {
    if (!(error instanceof StoreFull)) throw error;
    device.room(true);
    throw new RecordError('full', 'this device has no room left: nothing was recorded', null, error);
  }
}

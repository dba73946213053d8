/** Record something from a screen and say plainly when it was not kept. True when it is on this device. */
import { RecordError } from '$core';
import * as m from '$paraglide/messages.js';
import { toast } from '$app/announce';

export async function saying(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const why = error instanceof RecordError ? error.message : String(error);
    toast(m.dossier_not_recorded({ why }), { tone: 'error' });
    return false;
  }
}

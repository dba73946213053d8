/** A zip archive without compression (PKWARE APPNOTE 4.3): photos do not shrink, and texts are few. */

export interface ZipEntry {
  /** ASCII, with forward slashes. */
  name: string;
  data: Uint8Array<ArrayBuffer>;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export function zipOf(entries: readonly ZipEntry[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const central: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const path = new TextEncoder().encode(name);
    const common = [20, 0, 0, 0, 0x21, [crc32(data), data.length, data.length], path.length, 0] as const;
    const local = record(0x04034b50, common);
    parts.push(local, path, data);
    central.push(record(0x02014b50, [20, ...common, 0, 0, 0, [0, offset]]), path);
    offset += local.length + path.length + data.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = record(0x06054b50, [0, 0, entries.length, entries.length, [size, offset], 0]);
  return new Blob([...parts, ...central, end], { type: 'application/zip' });
}

/** A signature, then numbers of two bytes, and lists of numbers of four; little-endian. */
function record(
  signature: number,
  numbers: readonly (number | readonly number[])[],
): Uint8Array<ArrayBuffer> {
  const length = numbers.reduce<number>(
    (sum, one) => sum + (typeof one === 'number' ? 2 : one.length * 4),
    4,
  );
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  let at = 4;
  for (const one of numbers) {
    if (typeof one === 'number') {
      view.setUint16(at, one, true);
      at += 2;
    } else {
      for (const four of one) {
        view.setUint32(at, four, true);
        at += 4;
      }
    }
  }
  return new Uint8Array(view.buffer);
}

function crc32(data: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of data) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 255] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

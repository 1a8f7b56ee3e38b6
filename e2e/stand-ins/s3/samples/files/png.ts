import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Makes a PNG picture, asking for each pixel's colour. (PNG specification: signature, IHDR, IDAT, IEND.) */
export function png(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, colours without transparency.
  header.set([8, 2, 0, 0, 0], 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colourAt(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}

/** A bar chart, tallest bar to the top. @param values at least one, none negative */
export function barChart(width: number, height: number, values: readonly number[]): Buffer {
  const margin = Math.round(height / 12);
  const highest = Math.max(...values, 1);
  const slot = (width - 2 * margin) / values.length;
  return png(width, height, (x, y) => {
    const at = (x - margin) / slot;
    const value = values[Math.floor(at)];
    const isBar = value !== undefined && at >= 0 && at % 1 < 0.7;
    const barHeight = ((value ?? 0) / highest) * (height - 2 * margin);
    const fromGround = height - margin - y;
    if (isBar && fromGround > 0 && fromGround <= barHeight) return [13, 120, 128];
    return fromGround === 0 && x >= margin && x < width - margin ? [90, 98, 110] : [248, 249, 250];
  });
}

import { createReadStream } from 'node:fs';
import { KeyDigest } from './key-digest.ts';

const NEWLINE = 10;

/**
 * The keys in a file of lines.
 * @param keyStart where the key begins in a line, as an index of its bytes; undefined for a line without one
 */
export async function digestLines(
  path: string,
  keyStart: (line: Buffer) => number | undefined,
): Promise<{ keys: number; sum: string }> {
  const digest = new KeyDigest();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = text.indexOf(NEWLINE); end !== -1; end = text.indexOf(NEWLINE, from)) {
      const line = text.subarray(from, end);
      const start = keyStart(line);
      if (start !== undefined) digest.addBytes(line, start, line.length);
      from = end + 1;
    }
    rest = text.subarray(from);
  }
  if (rest.length > 0) throw new Error(`The last line in ${path} isn't whole.`);
  return { keys: digest.count, sum: digest.sum };
}

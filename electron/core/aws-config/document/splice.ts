/** Bytes to put in the place of `[from, to)`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  /** Written as UTF-8. */
  readonly text: string;
}

/** Puts pieces into bytes, all else as it was. The pieces must not overlap. */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const sorted = splices.toSorted((a, b) => a.from - b.from);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, text } of sorted) {
    parts.push(bytes.subarray(at, from), Buffer.from(text));
    at = to;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}

import type { ComparedLine } from '../../../shared/preview.ts';

/** Unchanged lines that are kept round a change, as `diff -u` does. */
const CONTEXT = 3;

export type DiffRow =
  | { readonly kind: 'line'; readonly line: ComparedLine }
  /** Unchanged lines that aren't shown. */
  | { readonly kind: 'gap'; readonly lines: number };

/** A comparison in the form of `diff -u`: changes with a little around them, and gaps between. */
export function diffRows(lines: readonly ComparedLine[]): readonly DiffRow[] {
  const near = new Uint8Array(lines.length);
  lines.forEach((line, index) => {
    if (line.kind !== 'same') near.fill(1, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  });
  const rows: DiffRow[] = [];
  let hidden = 0;
  const flush = () => {
    if (hidden > 0) rows.push({ kind: 'gap', lines: hidden });
    hidden = 0;
  };
  lines.forEach((line, index) => {
    if (near[index] === 0) {
      hidden += 1;
      return;
    }
    flush();
    rows.push({ kind: 'line', line });
  });
  flush();
  return rows;
}

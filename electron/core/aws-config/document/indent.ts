import type { ConfigBytes } from './config-bytes.ts';
import { lineFrom } from './line-ends.ts';
import type { ScannedSection } from './scan-config.ts';

/** The white space that the line beginning at `from` begins with. */
export function indentOf(source: ConfigBytes, { from }: { readonly from: number }): string {
  return source.text(from, lineFrom(source, from).head);
}

/** How the keys of the nearest section before (else after) a place are indented. */
export function indentNear(source: ConfigBytes, sections: readonly ScannedSection[], index: number): string {
  const before = sections.slice(0, index).findLast(({ entries }) => entries.length > 0);
  const near = before ?? sections.slice(index).find(({ entries }) => entries.length > 0);
  const [entry] = near?.entries ?? [];
  return entry === undefined ? '' : indentOf(source, entry);
}

/**
 * How the first key of an empty section is indented: as its neighbours' keys are, but never less than the next
 * header, which would then be a part of the key's value to botocore.
 */
export function indentForFirstKey(
  source: ConfigBytes,
  sections: readonly ScannedSection[],
  section: ScannedSection,
): string {
  const index = sections.indexOf(section);
  const near = indentNear(source, sections, index);
  const next = sections[index + 1];
  return next !== undefined && next.indent > near.length ? indentOf(source, next) : near;
}

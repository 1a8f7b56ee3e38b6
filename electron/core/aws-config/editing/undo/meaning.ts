import type { ConfigDocument } from '../../document/config-document.ts';
import { allEntries } from '../plan/config-files.ts';
import type { Fingerprints } from './fingerprints.ts';

/** What a file says: each key's value by section and key, and how many sections of each header there are. */
export type Meaning = ReadonlyMap<string, string>;

export function meaningOf(document: ConfigDocument): Meaning {
  const meaning = new Map<string, string>();
  for (const section of document.sections) {
    const count = Number(meaning.get(section.header) ?? 0) + 1;
    meaning.set(section.header, String(count));
    for (const { path, entry } of allEntries(section)) meaning.set(`${section.header}\n${path}`, entry.value);
  }
  return meaning;
}

/** Fingerprints of everything that two states of a file say differently. */
export function touchedBetween(before: Meaning, after: Meaning, prints: Fingerprints): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((key) => before.get(key) !== after.get(key)).map((key) => prints.of(key));
}

/** Whether a result says what stood before of everything touched, and what stands now of all else. */
export function isTakenBack(
  result: Meaning,
  before: Meaning,
  now: Meaning,
  touched: ReadonlySet<string>,
  prints: Fingerprints,
): boolean {
  const all = new Set([...result.keys(), ...now.keys()]);
  return [...all].every((key) => {
    // Most keys are the same everywhere and need no fingerprint.
    if (result.get(key) === now.get(key) && result.get(key) === before.get(key)) return true;
    const should = touched.has(prints.of(key)) ? before : now;
    return result.get(key) === should.get(key);
  });
}

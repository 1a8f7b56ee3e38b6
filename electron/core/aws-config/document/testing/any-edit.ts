import fc from 'fast-check';
import type { ConfigDocument } from '../config-document.ts';
import { commentLikeValue, nestedKey, parentKey, plainKey, plainName, plainValue } from './config-pieces.ts';

/** An edit that fits any document: `at` and `entry` are counted round. */
export type AnyEdit =
  | {
      readonly kind: 'set' | 'set-known';
      readonly at: number;
      readonly entry: number;
      readonly key: string;
      readonly value: string;
    }
  | { readonly kind: 'unset-known'; readonly at: number; readonly entry: number }
  | {
      readonly kind: 'add';
      readonly header: string;
      readonly entries: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'rename'; readonly at: number; readonly header: string };

const at = fc.nat({ max: 20 });
const anyKey = fc.oneof(
  plainKey,
  fc.tuple(parentKey, nestedKey).map(([parent, key]) => `${parent}.${key}`),
);
const anyValue = fc.oneof({ weight: 8, arbitrary: plainValue }, { weight: 1, arbitrary: commentLikeValue });
const anyHeader = plainName.map((name) => (name === 'default' ? 'profile default' : `profile ${name}-new`));

const set = fc.record({
  kind: fc.constantFrom('set', 'set-known'),
  at,
  entry: at,
  key: anyKey,
  value: anyValue,
});
const unset = fc.record({ kind: fc.constant('unset-known'), at, entry: at });

export const addition = fc.record({
  kind: fc.constant('add'),
  header: anyHeader,
  entries: fc.uniqueArray(fc.tuple(anyKey, anyValue), {
    maxLength: 4,
    selector: ([key]) => key,
  }),
});

export const anyEdit: fc.Arbitrary<AnyEdit> = fc.oneof(
  { weight: 5, arbitrary: set },
  { weight: 2, arbitrary: unset },
  { weight: 2, arbitrary: addition },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove'), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename'), at, header: anyHeader }) },
) as fc.Arbitrary<AnyEdit>;

/** An edit as it is made of one document: the section's place, and the key as it stands there. */
export interface MadeEdit {
  readonly after: ConfigDocument;
  readonly edit: AnyEdit;
  readonly section: number;
  readonly key: string;
}

/**
 * Does an edit; undefined where the document has nothing that it could be about.
 * @throws AppFailure where the edit is refused
 */
export function make(document: ConfigDocument, edit: AnyEdit): MadeEdit | undefined {
  if (edit.kind === 'add') {
    const after = document.withSection(edit.header, edit.entries);
    return { after, edit, section: document.sections.length, key: '' };
  }
  const place = edit.at % document.sections.length;
  const section = document.sections[place];
  if (section === undefined) return undefined;
  if (edit.kind === 'remove')
    return { after: document.withoutSection(section), edit, section: place, key: '' };
  if (edit.kind === 'rename') {
    return { after: document.withHeader(section, edit.header), edit, section: place, key: '' };
  }
  const known = section.entries.flatMap((entry) => [
    entry.key,
    ...entry.nested.map((inner) => `${entry.key}.${inner.key}`),
  ]);
  const key = edit.kind === 'set' ? edit.key : known[edit.entry % known.length];
  if (key === undefined) return undefined;
  const value = edit.kind === 'unset-known' ? null : edit.value;
  return { after: document.withKey(section, key, value), edit, section: place, key };
}

import { type ConfigSectionView, isSecretKey, type KeyChanges } from '../../../shared/config-change.ts';
import { type ValueProblem, valueProblem } from './field-rules.ts';
import { type FieldSpec, otherKeys } from './section-fields.ts';

/** What was typed into a form, by key; null for a key that is to go. What isn't here was left alone. */
export type SectionDraft = Readonly<Record<string, string | null>>;

function standingValue(section: ConfigSectionView, key: string): string | undefined {
  return section.keys.find((one) => one.key === key)?.value;
}

export function stands(section: ConfigSectionView, key: string): boolean {
  return section.keys.some((one) => one.key === key);
}

/** The value that a field shows. A secret's never comes here, so its field is empty until something is typed. */
export function shownValue(section: ConfigSectionView, draft: SectionDraft, key: string): string {
  const typed = Object.hasOwn(draft, key) ? draft[key] : undefined;
  return typed === null ? '' : (typed ?? standingValue(section, key) ?? '');
}

/** The changes that a draft means. An emptied field takes its key out; an empty secret is left as it is. */
export function changesOf(section: ConfigSectionView, draft: SectionDraft): KeyChanges {
  const changes: Record<string, string | null> = {};
  for (const [key, typed] of Object.entries(draft)) {
    const there = stands(section, key);
    const text = typed?.trim();
    if (text !== undefined && there && text === standingValue(section, key)) continue;
    if (typed === null || (text === '' && !isSecretKey(key))) {
      if (there) changes[key] = null;
    } else if (text !== undefined && text !== '') {
      changes[key] = text;
    }
  }
  return changes;
}

/** What is wrong with each field, as far as something is. */
export function problemsOf(
  section: ConfigSectionView,
  draft: SectionDraft,
  fields: readonly FieldSpec[],
): ReadonlyMap<string, ValueProblem> {
  const problems = new Map<string, ValueProblem>();
  for (const { key, rule, required = false } of fields) {
    const kept = isSecretKey(key) && stands(section, key) && draft[key] !== null;
    const problem = valueProblem(shownValue(section, draft, key), { rule, required: required && !kept });
    if (problem !== undefined) problems.set(key, problem);
  }
  for (const { key } of otherKeys(section, fields)) {
    if (typeof draft[key] !== 'string') continue;
    const problem = valueProblem(draft[key], {});
    if (problem !== undefined) problems.set(key, problem);
  }
  return problems;
}

import { type BadName, badName } from '../../../shared/profile-names.ts';

/** What is wrong with a new name; undefined where it can be taken. @param taken names that are there already */
export function newNameProblem(
  name: string,
  own: string,
  taken: ReadonlySet<string>,
): BadName | 'taken' | undefined {
  if (name === own) return undefined;
  return badName(name) ?? (taken.has(name) ? 'taken' : undefined);
}

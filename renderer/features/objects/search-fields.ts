import type { SearchCriteria } from '../../../shared/listing.ts';
import { parseSize, sizeText } from './size-text.ts';

/** What stands in the fields of the search, as typed; dates as `YYYY-MM-DD`, in local time. */
export interface SearchFields {
  readonly name: string;
  readonly minSize: string;
  readonly maxSize: string;
  readonly from: string;
  readonly to: string;
  readonly classes: readonly string[];
}

export type SearchProblem = 'bad-min' | 'bad-max' | 'sizes-crossed' | 'dates-crossed';

export function fieldsOf(criteria: SearchCriteria | undefined): SearchFields {
  const { name = '', minSize, maxSize, modifiedFrom, modifiedTo, storageClasses = [] } = criteria ?? {};
  return {
    name,
    minSize: minSize === undefined ? '' : sizeText(minSize),
    maxSize: maxSize === undefined ? '' : sizeText(maxSize),
    from: modifiedFrom === undefined ? '' : dayOf(modifiedFrom),
    to: modifiedTo === undefined ? '' : dayOf(modifiedTo),
    classes: storageClasses,
  };
}

/** What is wrong with the fields; empty where they can be searched for. */
export function problemsOf({ minSize, maxSize, from, to }: SearchFields): readonly SearchProblem[] {
  const [least, most] = [parseSize(minSize), parseSize(maxSize)];
  const crossed = least !== undefined && most !== undefined && most < least;
  return [
    ...(minSize.trim() !== '' && least === undefined ? (['bad-min'] as const) : []),
    ...(maxSize.trim() !== '' && most === undefined ? (['bad-max'] as const) : []),
    ...(crossed ? (['sizes-crossed'] as const) : []),
    ...(from !== '' && to !== '' && to < from ? (['dates-crossed'] as const) : []),
  ];
}

/** Criteria from fields without problems; a day to which is searched counts to its end. */
export function criteriaOf({ name, minSize, maxSize, from, to, classes }: SearchFields): SearchCriteria {
  const [least, most] = [parseSize(minSize), parseSize(maxSize)];
  return {
    ...(name === '' ? {} : { name }),
    ...(least === undefined ? {} : { minSize: least }),
    ...(most === undefined ? {} : { maxSize: most }),
    ...(from === '' ? {} : { modifiedFrom: new Date(`${from}T00:00:00.000`).getTime() }),
    ...(to === '' ? {} : { modifiedTo: new Date(`${to}T23:59:59.999`).getTime() }),
    ...(classes.length === 0 ? {} : { storageClasses: classes }),
  };
}

function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

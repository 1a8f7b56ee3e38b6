import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaOf, fieldsOf, problemsOf } from './search-fields.ts';

const EMPTY = fieldsOf(undefined);

describe('the fields of the search', () => {
  it('ask for what is filled in, and nothing else', () => {
    expect(criteriaOf(EMPTY)).toEqual({});
    expect(criteriaOf({ ...EMPTY, name: '*.csv', minSize: '10 MB', classes: ['GLACIER'] })).toEqual({
      name: '*.csv',
      minSize: 10 * 2 ** 20,
      storageClasses: ['GLACIER'],
    });
  });

  it('take whole days in local time', () => {
    const criteria = criteriaOf({ ...EMPTY, from: '2026-03-01', to: '2026-03-01' });
    expect((criteria.modifiedTo ?? 0) - (criteria.modifiedFrom ?? 0)).toBe(86_400_000 - 1);
    expect(new Date(criteria.modifiedFrom ?? 0).getHours()).toBe(0);
  });

  it('say what is wrong with them', () => {
    expect(problemsOf(EMPTY)).toEqual([]);
    expect(problemsOf({ ...EMPTY, minSize: 'big' })).toEqual(['bad-min']);
    expect(problemsOf({ ...EMPTY, minSize: '2 MB', maxSize: '1 MB' })).toEqual(['sizes-crossed']);
    expect(problemsOf({ ...EMPTY, from: '2026-02-02', to: '2026-02-01' })).toEqual(['dates-crossed']);
  });

  it('come back as they were from the criteria', () => {
    const day = fc.date({ min: new Date(2006, 0), max: new Date(2040, 0), noInvalidDate: true });
    const fields = fc.record({ name: fc.string(), min: fc.maxSafeNat(), from: day });
    fc.assert(
      fc.property(fields, ({ name, min, from }) => {
        const criteria = { ...(name === '' ? {} : { name }), minSize: min, modifiedTo: from.getTime() };
        const there = criteriaOf(fieldsOf(criteria));
        expect(criteriaOf(fieldsOf(there))).toEqual(there);
        expect(there.minSize).toBe(min);
      }),
    );
  });
});

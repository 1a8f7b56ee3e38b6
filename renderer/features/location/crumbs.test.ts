import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crumbsOf, hiddenCrumbs } from './crumbs.ts';

describe('crumbsOf', () => {
  it('leads from the bucket to the folder', () => {
    expect(crumbsOf('invoices', '2026/11/')).toEqual([
      { text: 'invoices', prefix: '' },
      { text: '2026', prefix: '2026/' },
      { text: '11', prefix: '2026/11/' },
    ]);
  });

  it('shows folders without a name, and an access point by its name', () => {
    const point = 'arn:aws:s3:us-west-2:123456789012:accesspoint/my-ap';
    expect(crumbsOf(point, '/a//')).toEqual([
      { text: 'my-ap', prefix: '' },
      { text: '', prefix: '/' },
      { text: 'a', prefix: '/a/' },
      { text: '', prefix: '/a//' },
    ]);
  });

  it('leaves nothing of a prefix out', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', 'a', '..', ' ') }), (text) => {
        const [, ...folders] = crumbsOf('b', text);
        expect(folders.map((crumb) => crumb.text).join('/')).toBe(
          text.endsWith('/') ? text.slice(0, -1) : text,
        );
        expect(folders.at(-1)?.prefix ?? '').toBe(text);
      }),
    );
  });
});

describe('hiddenCrumbs', () => {
  it('puts away nothing where everything fits', () => {
    expect(hiddenCrumbs([100, 100, 100], 300)).toBe(0);
  });
  it('puts away those after the first', () => {
    expect(hiddenCrumbs([100, 100, 100, 100], 250)).toBe(2);
  });
  it('keeps the first and the last, however narrow it is', () => {
    expect(hiddenCrumbs([100, 100, 100, 100], 10)).toBe(2);
    expect(hiddenCrumbs([100], 10)).toBe(0);
  });
});

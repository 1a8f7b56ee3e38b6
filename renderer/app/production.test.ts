import { describe, expect, it } from 'vitest';
import { isProduction, saysProduction } from './production.ts';

describe('saysProduction', () => {
  it.each(['prod', 'prod-ro', 'acme-production', 'ProdAdmin', 'AWSProd', 'eu_PROD_2', 'acme.prod'])(
    'hears it in %s',
    (name) => {
      expect(saysProduction(undefined, name)).toBe(true);
    },
  );
  it.each([
    'dev',
    'non-prod',
    'nonprod',
    'preprod',
    'pre-prod',
    'product-images',
    'products',
    'producer',
    'reproduction',
    '',
  ])('does not in %j', (name) => {
    expect(saysProduction(name)).toBe(false);
  });
});

describe('isProduction', () => {
  const target = { kind: 'profile', profile: 'prod' } as const;
  const mark = { target, starred: false, usedAt: 0 };

  it('believes the person, else the names', () => {
    expect(isProduction(undefined, 'prod')).toBe(true);
    expect(isProduction(mark, 'prod')).toBe(true);
    expect(isProduction({ ...mark, production: false }, 'prod')).toBe(false);
    expect(isProduction({ ...mark, production: true }, 'dev')).toBe(true);
  });
});

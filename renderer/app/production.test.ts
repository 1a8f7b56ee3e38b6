import { describe, expect, it } from 'vitest';
import { saysProduction } from './production.ts';

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

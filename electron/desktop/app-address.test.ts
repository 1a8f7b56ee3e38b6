import { describe, expect, it } from 'vitest';
import { appAddress, originOf } from './app-address.ts';

const OWN = { origin: 'bucket-porter://app', url: 'bucket-porter://app/' };

describe('appAddress', () => {
  it('is our own scheme, or the dev server in development', () => {
    expect(appAddress(false, undefined)).toEqual(OWN);
    expect(appAddress(false, 'http://localhost:5173')).toEqual({
      origin: 'http://localhost:5173',
      url: 'http://localhost:5173',
    });
  });

  it('lets nobody send a packaged app elsewhere', () => {
    expect(appAddress(true, 'http://localhost:5173')).toEqual(OWN);
    expect(appAddress(false, 'nonsense')).toEqual(OWN);
  });
});

describe('originOf', () => {
  it.each([
    ['bucket-porter://app/a/b?c#d', 'bucket-porter://app'],
    ['https://example.com:8443/x', 'https://example.com:8443'],
    ['about:blank', 'null'],
    ['nonsense', undefined],
  ])('%s is of %s', (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });
});

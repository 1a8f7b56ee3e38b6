import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SchemeAddress } from './scheme-address.ts';

function addresses(): SchemeAddress {
  const made = new SchemeAddress();
  made.add('bucket-porter');
  made.servedAt(4321);
  return made;
}

describe('addresses of an app’s own scheme', () => {
  test('become an origin on loopback', () => {
    expect(addresses().toChromium('bucket-porter://app/a?b#c')).toBe(
      'http://bucket-porter--app.localhost:4321/a?b#c',
    );
    expect(addresses().toChromium('bucket-porter://app')).toBe('http://bucket-porter--app.localhost:4321/');
    expect(addresses().originOf('bucket-porter://app/a')).toBe('bucket-porter://app');
  });

  test('come back as they went', () => {
    // Lone surrogates have no percent-encoding.
    const path = fc.string({ unit: 'grapheme' });
    const host = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
    fc.assert(
      fc.property(host, path, (name, text) => {
        const address = `bucket-porter://${name}/${encodeURIComponent(text)}`;
        expect(addresses().toApp(addresses().toChromium(address))).toBe(address);
      }),
    );
  });

  test.each(['https://example.com/', 'http://other--app.localhost:4321/', 'about:blank', 'unknown://app/'])(
    '%s stays as it is',
    (address) => {
      expect(addresses().toChromium(address)).toBe(address);
      expect(addresses().toApp(address)).toBe(address);
    },
  );

  test('a scheme that no host name can hold is refused', () => {
    expect(() => addresses().add('web+app')).toThrow(/can't map the scheme/);
    expect(() => addresses().add('a--b')).toThrow(/can't map the scheme/);
  });
});

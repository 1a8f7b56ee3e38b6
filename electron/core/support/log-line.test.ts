import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogFacts } from '../ports.ts';
import { logLine } from './log-line.ts';

/** Texts with what could end a line or a JSON string. */
const text = fc
  .array(fc.constantFrom('\n', '\r', '\u2028', '\u0000', '"', '\\', '\ud800', 'a', '日'))
  .map((parts) => parts.join(''));
const NOW = Date.UTC(2026, 10, 24, 9, 0, 0);

describe('logLine', () => {
  it('is one JSON object with its facts', () => {
    expect(logLine(NOW, 'warn', 'sender refused', { frame: 'child', count: 2, dev: false })).toBe(
      '{"time":"2026-11-24T09:00:00.000Z","level":"warn","message":"sender refused","facts":{"frame":"child","count":2,"dev":false}}\n',
    );
  });

  it('leaves out what is no plain fact', () => {
    const facts = {
      kept: 1,
      object: { accessToken: 'x' },
      list: ['x'],
      gone: undefined,
    } as unknown as LogFacts;
    expect(JSON.parse(logLine(NOW, 'info', 'm', facts)).facts).toEqual({ kept: 1 });
  });

  it.each(['accessToken', 'client_secret', 'Authorization', 'deviceCode', 'secretAccessKey', 'set-cookie'])(
    'replaces a fact called %s',
    (name) => {
      expect(JSON.parse(logLine(NOW, 'info', 'm', { [name]: 'abc' })).facts).toEqual({
        [name]: '[redacted]',
      });
    },
  );

  it.each([
    'eyJraWQiOiJrZXktMTU2NDAy.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4',
    'aoaAAAAAGeXampleToken-1234567890',
    'ASIAIOSFODNN7EXAMPLE',
    'AKIAIOSFODNN7EXAMPLE',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  ])('replaces a secret’s shape in any text: %s', (secret) => {
    const line = logLine(NOW, 'error', `refused ${secret}`, { reason: `because of ${secret}.` });
    expect(line).not.toContain(secret);
    expect(line).toContain('because of [redacted]');
  });

  it('keeps addresses, paths and stacks readable', () => {
    const text = 'at start (file:///opt/Bucket Porter/resources/app.asar/out/main/main.js:120:15)';
    expect(JSON.parse(logLine(NOW, 'error', text)).message).toBe(text);
  });

  it('is always exactly one line', () => {
    fc.assert(
      fc.property(text, fc.dictionary(text, text), (message, facts) => {
        const line = logLine(NOW, 'info', message, facts);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(() => JSON.parse(line)).not.toThrow();
      }),
    );
  });

  it('cuts endless texts', () => {
    expect(logLine(NOW, 'info', 'x'.repeat(100_000)).length).toBeLessThan(3000);
  });
});

import { describe, expect, it } from 'vitest';
import { type AppErrorCode, appError } from '../app-error.ts';
import { durationWords, errorWords, messagesFor } from './messages.ts';

const en = messagesFor('en');
const ja = messagesFor('ja');

/** Of closed sets of reasons, one that exists. */
const REASONS: Partial<Record<AppErrorCode, string>> = {
  's3.listing-broken': 'repeats',
  'config.bad-value': 'line-break',
  'profile.process-failed': 'failed',
};

describe('the catalogue', () => {
  it('says what, why and what next for every error, in both languages, with its values', () => {
    for (const code of Object.keys(en.errors) as AppErrorCode[]) {
      const values = new Proxy(
        {},
        { get: (_, name) => (name === 'reason' ? (REASONS[code] ?? '<reason>') : `<${String(name)}>`) },
      );
      const error = appError(code, values as never);
      for (const messages of [en, ja]) {
        const { what, why, next } = errorWords(messages, error);
        expect(Math.min(what.length, why.length, next.length), code).toBeGreaterThan(3);
      }
      expect(errorWords(ja, error).what, code).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });

  it.each([
    [-5, '0s', '0秒'],
    [45_999, '45s', '45秒'],
    [60_000, '1m', '1分'],
    [9 * 60_000, '9m', '9分'],
    [7 * 3_600_000 + 2 * 60_000, '7h 02m', '7時間02分'],
  ])('spells %d ms', (ms, english, japanese) => {
    expect([durationWords(en, ms), durationWords(ja, ms)]).toEqual([english, japanese]);
  });
});

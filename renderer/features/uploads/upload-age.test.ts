import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../shared/messages/messages.ts';
import { ageInWords } from './upload-age.ts';

const MINUTE = 60_000;
const words = messagesFor('en').details.uploads;

describe('ageInWords', () => {
  it.each([
    [-5, '0 minutes ago'],
    [90_000, '1 minute ago'],
    [60 * MINUTE, '1 hour ago'],
    [47 * 60 * MINUTE, '47 hours ago'],
    [48 * 60 * MINUTE, '2 days ago'],
  ])('says %d ms', (ms, text) => expect(ageInWords(words, 'en', ms)).toBe(text));
});

import { randomInt } from 'node:crypto';

/** Consonants only (RFC 8628 §6.1): no look-alikes, and no words by accident. */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;

/** A new code of the form `XXXX-XXXX`. */
export function makeUserCode(): string {
  return hyphenate(Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''));
}

/** Brings what a person typed into the code's form: any case, with or without the hyphen or spaces. */
export function normaliseUserCode(typed: string): string {
  return hyphenate(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}

function hyphenate(letters: string): string {
  return letters.length > LENGTH / 2
    ? `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
    : letters;
}

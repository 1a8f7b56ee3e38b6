import { failure } from '../../app-failure.ts';

type Reason = 'line-break' | 'empty' | 'brackets' | 'not-allowed';

// What ends a line to any of the readers: Python's `splitlines`, which botocore reads nested keys with, knows more
// line ends than LF and CR.
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
// Control characters other than tab; half a surrogate pair can't be written as UTF-8.
const CONTROL = /(?!\t)\p{Cc}|\p{Surrogate}/u;
// What Python or JavaScript strips: JavaScript takes U+FEFF for white space.
const OUTER_SPACE = /^[\s\uFEFF]|[\s\uFEFF]$/;
// The AWS SDK takes it for a comment wherever it stands, botocore only at the start of a line. There is no quoting.
const COMMENT = /\s[#;]/;
// Names that the AWS SDK loses on its way through plain objects.
const OBJECT_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));

/** @throws AppFailure config.bad-value for a value that would be read back as something else, in any spelling */
export function demandValue(key: string, value: string): void {
  if (value === '') refuse(key, 'empty');
  demandText(key, value);
}

/** @throws AppFailure config.bad-value for a key that the AWS tools would not read back, nested or not */
export function demandKey(key: string): void {
  if (key === '') refuse(key, 'empty');
  if (LINE_BREAK.test(key)) refuse(key, 'line-break');
  if (!/^[A-Za-z0-9_-]+$/.test(key) || key === '__proto__') refuse(key, 'not-allowed');
}

/** @throws AppFailure config.bad-value for the name of a profile or session that no header can hold */
export function demandName(key: string, name: string): void {
  if (name === '') refuse(key, 'empty');
  demandText(key, name);
  if (OBJECT_NAMES.has(name)) refuse(key, 'not-allowed');
}

/** @throws AppFailure config.bad-value for what can't stand between the brackets */
export function demandHeader(header: string): void {
  if (header === '') refuse('header', 'empty');
  demandText('header', header);
  // The CLI's writer ends a header at the first bracket, its reader at the last one.
  if (/[[\]]/.test(header)) refuse('header', 'brackets');
  // RawConfigParser hands the keys of `[DEFAULT]` to every section.
  if (OBJECT_NAMES.has(header) || header === 'DEFAULT') refuse('header', 'not-allowed');
}

function demandText(key: string, text: string): void {
  if (LINE_BREAK.test(text)) refuse(key, 'line-break');
  if (CONTROL.test(text) || OUTER_SPACE.test(text) || COMMENT.test(text)) refuse(key, 'not-allowed');
}

function refuse(key: string, reason: Reason): never {
  throw failure('config.bad-value', { key, reason });
}

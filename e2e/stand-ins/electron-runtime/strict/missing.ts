/** What every gap of the stand-in throws: the name of what is missing, so that it can be added or avoided. */
export class MissingApiError extends Error {
  override readonly name = 'MissingApiError';

  constructor(what: string) {
    super(`The Electron stand-in has no ${what}.`);
  }
}

/** @throws MissingApiError for the first key of `given` that isn't in `known` */
export function refuseUnknownKeys(given: object, known: Iterable<string>, owner: string): void {
  const names = new Set(known);
  for (const key of Object.keys(given)) {
    if (!names.has(key)) throw new MissingApiError(`${owner} "${key}"`);
  }
}

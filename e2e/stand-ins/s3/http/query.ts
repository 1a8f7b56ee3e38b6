import { S3Error } from '../s3-error.ts';

/** The query of a request, decoded, in the order sent. */
export class Query {
  readonly entries: readonly (readonly [name: string, value: string])[];

  /**
   * @param raw what follows the `?`, as sent.
   * @throws S3Error InvalidURI for what is not percent-encoded UTF-8.
   */
  constructor(raw: string) {
    this.entries = raw
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        return equals < 0
          ? [decodeComponent(pair), '']
          : [decodeComponent(pair.slice(0, equals)), decodeComponent(pair.slice(equals + 1))];
      });
  }

  /** The first value; the empty string for a parameter sent without one. */
  get(name: string): string | undefined {
    return this.entries.find(([candidate]) => candidate === name)?.[1];
  }

  has(name: string): boolean {
    return this.entries.some(([candidate]) => candidate === name);
  }
}

function decodeComponent(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new S3Error('InvalidURI', 400, "Couldn't parse the specified URI.", { URI: text });
  }
}

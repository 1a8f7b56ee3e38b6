/** The parts of an http address that say where something is. */
export interface SplitUrl {
  /** In lower case, without a port. */
  readonly host: string;
  /** Still percent-encoded; `..` and `//` stay, since S3 keys may hold them. */
  readonly path: string;
  /** The first of that name, decoded; undefined where it is absent or malformed. */
  readonly parameter: (name: string) => string | undefined;
}

/**
 * Takes an http address apart without tidying it: a `URL` would resolve `..` in the path, which in an object's
 * key means nothing.
 * @returns undefined for anything else, and for addresses with a user's name
 */
export function splitUrl(text: string): SplitUrl | undefined {
  const match = /^https?:\/\/([a-z0-9._-]+)(?::\d{1,5})?(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i.exec(text);
  if (match === null) return undefined;
  const [, host = '', path = '', query = ''] = match;
  return { host: host.toLowerCase(), path, parameter: (name) => queryParameter(query, name) };
}

/** One parameter of a query (`a=1&b=2`); `+` is a space, as in forms. */
export function queryParameter(query: string, name: string): string | undefined {
  for (const pair of query.split('&')) {
    const [key = '', ...value] = pair.split('=');
    if (key === name) return decoded(value.join('=').replaceAll('+', ' '));
  }
  return undefined;
}

/** Percent-decodes. @returns undefined where it isn't UTF-8 in percent signs */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

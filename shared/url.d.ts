/**
 * The WHATWG `URL`, which Node and every page have, and the language's own library doesn't: what of it is used here.
 * Only the check of this folder by itself sees this file; elsewhere the place's own types count.
 */
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  static parse(url: string, base?: string): URL | null;
  readonly href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
}

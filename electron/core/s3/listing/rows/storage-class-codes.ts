import { compareBytes, fromUtf8 } from './byte-compare.ts';

/** The class of rows that have none: folders, and objects of servers that name none. */
export const NO_CLASS = 0;

/** What an object without a class is counted as: the S3 API leaves the class out where it is the standard one. */
export const UNNAMED_CLASS = 'STANDARD';

const MOST = 255;

/** Storage classes by a number of one byte. A server with more than 255 of them has the rest left unnamed. */
export class StorageClassCodes {
  readonly #names: string[] = [''];
  readonly #bytes: Uint8Array[] = [new Uint8Array(0)];

  codeOf(bytes: Uint8Array, from: number, to: number): number {
    for (let code = 0; code < this.#bytes.length; code++) {
      const name = this.#bytes[code];
      if (name !== undefined && compareBytes(name, 0, name.length, bytes, from, to) === 0) return code;
    }
    if (this.#names.length > MOST) return NO_CLASS;
    this.#bytes.push(bytes.slice(from, to));
    return this.#names.push(fromUtf8(bytes, from, to)) - 1;
  }

  /** Undefined for {@link NO_CLASS}. */
  nameOf(code: number): string | undefined {
    return code === NO_CLASS ? undefined : this.#names[code];
  }

  /** The name under which a row is counted and chosen. */
  countedAs(code: number): string {
    return this.nameOf(code) ?? UNNAMED_CLASS;
  }

  /** For each code, its place in the order of names. */
  ranks(): Uint8Array {
    const codes = this.#names.map((name, code) => ({ name, code }));
    codes.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    const ranks = new Uint8Array(codes.length);
    codes.forEach(({ code }, rank) => (ranks[code] = rank));
    return ranks;
  }
}

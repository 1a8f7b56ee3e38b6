import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Makes and reads page tokens that mean nothing to a client and fit only the listing they came from. */
export class PageCursors {
  readonly #key = randomBytes(32);

  /** A token for the page of `listing` that starts at `offset`. */
  seal(listing: string, offset: number): string {
    const position = Buffer.alloc(4);
    position.writeUInt32BE(offset);
    return Buffer.concat([this.#mark(listing, position), position]).toString('base64url');
  }

  /** The offset in a token, or `undefined` if the token is not one of this listing's. */
  open(listing: string, token: string): number | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 36) return undefined;
    const [mark, position] = [bytes.subarray(0, 32), bytes.subarray(32)];
    return timingSafeEqual(mark, this.#mark(listing, position)) ? position.readUInt32BE() : undefined;
  }

  #mark(listing: string, position: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(listing).update(position).digest();
  }
}

/**
 * What a set of keys comes to, in whatever order they are added: how many, and the sums of two hashes of 32 bits
 * over their UTF-8 bytes. A key lost, doubled or changed changes it.
 */
export class KeyDigest {
  #count = 0;
  #low = 0;
  #high = 0;
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(8192);

  addText(key: string): void {
    if (key.length * 3 > this.#bytes.length) this.#bytes = new Uint8Array(key.length * 3);
    this.addBytes(this.#bytes, 0, this.#encoder.encodeInto(key, this.#bytes).written);
  }

  /** @param end excluded */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    // FNV-1a with two seeds, mixed at the end so that sums don't follow from sums.
    let low = 0x811c9dc5;
    let high = 0x1b873593;
    for (let index = start; index < end; index += 1) {
      const byte = bytes[index] ?? 0;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul(high ^ byte, 0x5bd1e995);
    }
    this.#count += 1;
    this.#low = (this.#low + mix(low)) >>> 0;
    this.#high = (this.#high + mix(high)) >>> 0;
  }

  get count(): number {
    return this.#count;
  }

  /** Sixteen hexadecimal digits. */
  get sum(): string {
    return [this.#high, this.#low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }
}

function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

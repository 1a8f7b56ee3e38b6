import { beginsName, isBlank, isNameByte } from './xml-character.ts';
import { entityCodePoint, entityEnd, writeUtf8 } from './xml-entity.ts';
import { malformed, truncated } from './xml-fault.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const CARRIAGE_RETURN = 0x0d;
const COMMENT = bytesOf('!--');
const COMMENT_END = bytesOf('-->');
const CDATA = bytesOf('![CDATA[');
const CDATA_END = bytesOf(']]>');
const DECLARATION = bytesOf('?xml');
const DECLARATION_END = bytesOf('?>');

/**
 * Walks over the tags and texts of an XML document's bytes without building anything. Comments and CDATA may stand
 * anywhere, a declaration at the start; document types and other instructions may not, so nothing can define entities.
 */
export class XmlReader {
  readonly bytes: Uint8Array;
  readonly #end: number;
  #at = 0;
  /** Neither a tag nor anything else has come yet. */
  #isAtStart = true;
  /** The name of the tag that {@link nextTag} came to. */
  nameFrom = 0;
  nameTo = 0;
  /** It is `<Name/>`: there is no text and no end tag. */
  isEmpty = false;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#end = bytes.length;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  nameIs(name: Uint8Array): boolean {
    return this.nameTo - this.nameFrom === name.length && this.#matches(this.nameFrom, name);
  }

  /**
   * Goes to the next start or end tag.
   * @param text `ignore` what stands before it, or allow only `blank`s
   * @returns `end` stands right before the name of the end tag: call {@link closeTag}
   * @throws {XmlFault}
   */
  nextTag(text: 'blank' | 'ignore'): 'start' | 'end' {
    const { bytes } = this;
    const end = this.#end;
    for (;;) {
      let at = this.#at;
      while (at < end && bytes[at] !== LT) {
        if (text === 'blank' && !isBlank(bytes[at] ?? 0)) throw malformed();
        at = bytes[at] === AMPERSAND ? this.#passReference(at) : at + 1;
      }
      this.#at = at;
      if (at + 1 >= end) throw truncated();
      const mark = bytes[at + 1];
      if (mark === SLASH) return 'end';
      if (mark !== 0x21 && mark !== 0x3f) {
        this.#startTag();
        return 'start';
      }
      if (this.#skipAside() !== undefined && text === 'blank') throw malformed();
    }
  }

  /** Reads the end tag at this place, which has to bear the name between two positions. @throws {XmlFault} */
  closeTag(nameFrom: number, nameTo: number): void {
    const { bytes } = this;
    const end = this.#end;
    let at = this.#at + 2;
    for (let i = nameFrom; i < nameTo; i++, at++) {
      if (at >= end) throw truncated();
      if (bytes[at] !== bytes[i]) throw malformed();
    }
    while (at < this.#end && isBlank(bytes[at] ?? 0)) at++;
    if (at >= this.#end) throw truncated();
    if (bytes[at] !== GT) throw malformed();
    this.#at = at + 1;
  }

  /**
   * Reads the text of the element whose start tag was just read, and its end tag. References are decoded, line ends made
   * line feeds (XML 1.0, 2.11).
   * @returns Where the text ends in `out`
   * @throws {XmlFault} also where the element holds another one
   */
  text(out: Uint8Array, outFrom: number): number {
    if (this.isEmpty) return outFrom;
    const { bytes, nameFrom, nameTo } = this;
    const end = this.#end;
    let at = this.#at;
    let to = outFrom;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte > LT || (byte < LT && byte !== AMPERSAND && byte !== CARRIAGE_RETURN)) {
        out[to++] = byte;
        at++;
      } else if (byte === LT) {
        this.#at = at;
        if (at + 1 >= end) break;
        if (bytes[at + 1] === SLASH) {
          this.closeTag(nameFrom, nameTo);
          return to;
        }
        const cdata = this.#skipAside();
        if (cdata !== undefined) to = copyLines(bytes, cdata, this.#at - CDATA_END.length, out, to);
        at = this.#at;
      } else if (byte === AMPERSAND) {
        const after = entityEnd(bytes, at, end);
        to = writeUtf8(out, to, entityCodePoint(bytes, at, after));
        at = after;
      } else {
        out[to++] = 0x0a;
        at += bytes[at + 1] === 0x0a ? 2 : 1;
      }
    }
    throw truncated();
  }

  /** Passes over everything in the element whose start tag was just read. @throws {XmlFault} */
  skip(): void {
    if (this.isEmpty) return;
    const open = [this.nameFrom, this.nameTo];
    while (open.length > 0) {
      if (this.nextTag('ignore') === 'end') {
        const to = open.pop() ?? 0;
        this.closeTag(open.pop() ?? 0, to);
      } else if (!this.isEmpty) open.push(this.nameFrom, this.nameTo);
    }
  }

  /** Where the document ends within a tag: whether an element `name` could still have come. */
  mayBecome(name: Uint8Array): boolean {
    const from = this.#at + 1;
    if (this.bytes[from] === 0x21 || this.bytes[from] === 0x3f) return true;
    return this.#matches(from, name.subarray(0, Math.max(0, this.#end - from)));
  }

  /** @throws {XmlFault} unless nothing but blanks and comments follow */
  finish(): void {
    const { bytes } = this;
    while (this.#at < this.#end) {
      if (isBlank(bytes[this.#at] ?? 0)) this.#at++;
      else if (bytes[this.#at] !== LT || this.#skipAside() !== undefined) throw malformed();
    }
  }

  #passReference(at: number): number {
    const after = entityEnd(this.bytes, at, this.#end);
    entityCodePoint(this.bytes, at, after);
    return after;
  }

  #startTag(): void {
    const { bytes } = this;
    const end = this.#end;
    let at = this.#at + 1;
    this.nameFrom = at;
    if (!beginsName(bytes[at] ?? 0)) throw malformed();
    while (at < end && isNameByte(bytes[at] ?? 0)) at++;
    if (at >= end) throw truncated();
    this.nameTo = at;
    if (bytes[at] !== GT && bytes[at] !== SLASH) at = this.#attributes(at);
    this.isEmpty = bytes[at] === SLASH;
    if (this.isEmpty) at++;
    if (at >= this.#end) throw truncated();
    if (bytes[at] !== GT) throw malformed();
    this.#at = at + 1;
    this.#isAtStart = false;
  }

  /** @returns The place of the `>` or `/` behind the attributes. */
  #attributes(from: number): number {
    const { bytes } = this;
    let at = from;
    while (at < this.#end) {
      const before = at;
      while (at < this.#end && isBlank(bytes[at] ?? 0)) at++;
      if (bytes[at] === GT || bytes[at] === SLASH) return at;
      if (at === before && at < this.#end) throw malformed();
      if (at < this.#end && !beginsName(bytes[at] ?? 0)) throw malformed();
      while (at < this.#end && isNameByte(bytes[at] ?? 0)) at++;
      while (at < this.#end && isBlank(bytes[at] ?? 0)) at++;
      if (at < this.#end && bytes[at++] !== 0x3d) throw malformed();
      while (at < this.#end && isBlank(bytes[at] ?? 0)) at++;
      const quote = bytes[at++];
      if (at < this.#end && quote !== 0x22 && quote !== 0x27) throw malformed();
      while (at < this.#end && bytes[at] !== quote) if (bytes[at++] === LT) throw malformed();
      at++;
    }
    throw truncated();
  }

  /**
   * Passes over the comment, CDATA section or declaration at this place.
   * @returns Where the text of a CDATA section begins; it ends three bytes before the new place.
   */
  #skipAside(): number | undefined {
    const from = this.#at + 1;
    if (this.#matches(from, DECLARATION) && this.#isAtStart) this.#skipTo(DECLARATION_END, from);
    else if (this.#matches(from, COMMENT)) this.#skipTo(COMMENT_END, from + COMMENT.length);
    else if (this.#matches(from, CDATA)) {
      this.#skipTo(CDATA_END, from + CDATA.length);
      return from + CDATA.length;
    } else throw malformed();
    this.#isAtStart = false;
    return undefined;
  }

  #skipTo(mark: Uint8Array, from: number): void {
    for (let at = from; at + mark.length <= this.#end; at++) {
      if (this.bytes[at] === mark[0] && this.#matches(at, mark)) {
        this.#at = at + mark.length;
        return;
      }
    }
    throw truncated();
  }

  /** @throws {XmlFault} `truncated` where the document ends while all was the same so far */
  #matches(from: number, wanted: Uint8Array): boolean {
    for (let i = 0; i < wanted.length; i++) {
      if (from + i >= this.#end) throw truncated();
      if (this.bytes[from + i] !== wanted[i]) return false;
    }
    return true;
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function copyLines(bytes: Uint8Array, from: number, to: number, out: Uint8Array, outFrom: number): number {
  let o = outFrom;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== 0x0d) out[o++] = byte;
    else if (i + 1 >= to || bytes[i + 1] !== 0x0a) out[o++] = 0x0a;
  }
  return o;
}

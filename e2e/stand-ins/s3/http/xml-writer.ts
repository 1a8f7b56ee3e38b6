import type { XmlElement } from './xml-reader.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element with text in it, or nothing at all where the value is `undefined`. */
export function leaf(name: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : `<${name}>${escapeText(String(value))}</${name}>`;
}

/** An element around finished XML. */
export function branch(name: string, ...children: readonly string[]): string {
  return `<${name}>${children.join('')}</${name}>`;
}

/** An element that was read before. */
export function elementXml(element: XmlElement): string {
  const { name, children, text } = element;
  return children.length === 0 ? leaf(name, text) : branch(name, ...children.map(elementXml));
}

/** A whole answer: declaration, and the root in S3's namespace. */
export function xmlDocument(root: string, ...children: readonly string[]): string {
  return `${DECLARATION}<${root} xmlns="${NAMESPACE}">${children.join('')}</${root}>`;
}

/** The same in pieces, for long ones: put together as one string, a page of a thousand keys takes ten times as long to send. */
export function xmlPieces(root: string, ...children: readonly string[]): string[] {
  return [`${DECLARATION}<${root} xmlns="${NAMESPACE}">`, ...children, `</${root}>`];
}

/** Length, in characters, from which a piece is long enough. */
const PIECE = 8192;

/** Writes elements one after another, in pieces short enough to stay in the processor's cache. */
export function inPieces<T>(items: readonly T[], write: (item: T) => string): string[] {
  const finished: string[] = [];
  let piece = '';
  for (const item of items) {
    piece += write(item);
    if (piece.length < PIECE) continue;
    finished.push(piece);
    piece = '';
  }
  return piece === '' ? finished : [...finished, piece];
}

/** An error answer; unlike all others its root has no namespace. */
export function errorDocument(...children: readonly string[]): string {
  return `${DECLARATION}<Error>${children.join('')}</Error>`;
}

// eslint-disable-next-line no-control-regex -- control characters are the point
const NEEDS_ESCAPING = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]/;

/**
 * Control characters become numeric references, which XML 1.0 forbids and parsers choke on. S3 does the same:
 * it is why `encoding-type=url` exists.
 */
function escapeText(text: string): string {
  if (!NEEDS_ESCAPING.test(text)) return text;
  // eslint-disable-next-line no-control-regex -- control characters are the point
  return text.replace(/[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
    switch (character) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      default:
        return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
    }
  });
}

import { malformedXml } from '../errors.ts';

/** One element of a request body. Prefixes are dropped; attributes and comments are not kept. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** All text directly inside, entities resolved. */
  readonly text: string;
}

interface OpenElement {
  name: string;
  children: XmlElement[];
  text: string;
}

const TOKEN =
  /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<(\/?)([^\s<>/!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|([^<]+)/gy;

/**
 * Reads a request body such as `<Delete>` or `<CompleteMultipartUpload>`: elements, text, CDATA, the five
 * named entities and numeric references. No document type, so nothing can be expanded or fetched.
 * @throws S3Error MalformedXML
 */
export function parseXml(source: string): XmlElement {
  const top: OpenElement = { name: '', children: [], text: '' };
  const open: OpenElement[] = [top];
  let position = 0;
  const body = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(body); match !== null; match = TOKEN.exec(body)) {
    position = TOKEN.lastIndex;
    const [, cdata, closing, name, , selfClosing, text] = match;
    const current = open.at(-1) ?? top;
    if (cdata !== undefined) current.text += cdata;
    else if (text !== undefined) current.text += resolveEntities(text);
    else if (name === undefined) continue;
    else if (closing === '/') {
      if (open.length < 2 || current.name !== localName(name)) throw malformedXml();
      open.pop();
    } else {
      const element: OpenElement = { name: localName(name), children: [], text: '' };
      current.children.push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  const root = top.children[0];
  if (position !== body.length || open.length !== 1 || top.children.length !== 1 || top.text.trim() !== '') {
    throw malformedXml();
  }
  return root as XmlElement;
}

/** The text of the first child of that name, or `undefined` where there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, entity: string) => {
    const named = NAMED[entity];
    if (named !== undefined && whole.endsWith(';')) return named;
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(entity);
    const codePoint = number === null ? NaN : parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10);
    if (!whole.endsWith(';') || !(codePoint <= 0x10ffff)) throw malformedXml();
    return String.fromCodePoint(codePoint);
  });
}

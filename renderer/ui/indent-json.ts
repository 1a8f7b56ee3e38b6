/** Deeper than this nothing is indented further: a line of a thousand brackets would become a megabyte of spaces. */
const DEEPEST = 40;

/**
 * JSON with a line for each thing it says. Only white space changes, so numbers keep all their digits and keys
 * that are there twice stay, and a text that was cut off in the middle is laid out as far as it goes.
 * @param text JSON; anything else comes out unharmed in its words
 */
export function indentJson(text: string): string {
  const out: string[] = [];
  let depth = 0;
  let at = 0;
  const line = () => out.push('\n', '  '.repeat(Math.min(depth, DEEPEST)));
  while (at < text.length) {
    const start = skipSpace(text, at);
    const char = text[start];
    if (char === undefined) break;
    if (char === '{' || char === '[') {
      const next = skipSpace(text, start + 1);
      if (text[next] === (char === '{' ? '}' : ']')) {
        out.push(char, text[next] ?? '');
        at = next + 1;
        continue;
      }
      depth += 1;
      out.push(char);
      line();
    } else if (char === '}' || char === ']') {
      depth = Math.max(0, depth - 1);
      line();
      out.push(char);
    } else if (char === ',') {
      out.push(char);
      line();
    } else if (char === ':') {
      out.push(': ');
    } else {
      at = char === '"' ? stringEnd(text, start) : wordEnd(text, start);
      // Two words beside each other are no JSON; they must not become one.
      if (/[^\s{[,:]$/.test(out.at(-1) ?? '')) out.push(' ');
      out.push(text.slice(start, at));
      continue;
    }
    at = start + 1;
  }
  return out.join('');
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(text.length, at + 1);
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !/[\s{}[\]:,"]/.test(text[at] ?? '')) at += 1;
  return at;
}

/**
 * JSON with line breaks and two spaces. Only white space changes: every number keeps its digits, every key its place,
 * which parsing and writing again would not promise.
 * @returns the text as it is where it isn't JSON
 */
export function prettyJson(text: string): string {
  const source = text.replace(/^\uFEFF/, '');
  try {
    JSON.parse(source);
  } catch {
    return text;
  }
  return laidOut(source);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

function laidOut(source: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let previous = '';
  const breakLine = () => pieces.push('\n', '  '.repeat(depth));
  for (const [token] of source.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    const opened = previous === '{' || previous === '[';
    if (closes) depth -= 1;
    if (previous === ',' || (closes ? !opened : opened)) breakLine();
    pieces.push(token === ':' ? ': ' : token);
    if (token === '{' || token === '[') depth += 1;
    previous = token;
  }
  return pieces.join('');
}

/** What of an HTML form a browser would send, and how: enough of a browser to walk through the pages by fetch. */
export interface PageVisit {
  status: number;
  headers: Headers;
  text: string;
  /** Presses the button with this label, following no redirect. */
  press(label: string, typed?: Record<string, string>, headers?: Record<string, string>): Promise<PageVisit>;
}

/** Opens a page without following redirects. */
export async function visit(url: string, init: RequestInit = {}): Promise<PageVisit> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    press: (label, typed = {}, headers = {}) => {
      const form = /<form method="(\w+)" action="([^"]*)">/.exec(text);
      const button = [...text.matchAll(/<button([^>]*)>([^<]*)<\/button>/g)].find((one) => one[2] === label);
      if (form === null || button === undefined) throw new Error(`The page has no button "${label}".`);
      const fields = new URLSearchParams();
      for (const [tag] of text.matchAll(/<input[^>]*>/g)) addField(fields, tag);
      addField(fields, button[1] ?? '');
      for (const [name, value] of Object.entries(typed)) fields.set(name, value);
      const action = new URL(unescape(form[2] ?? ''), url);
      if (form[1] === 'post') return visit(action.href, { method: 'POST', body: fields, headers });
      action.search = fields.toString();
      return visit(action.href, { headers });
    },
  };
}

function addField(fields: URLSearchParams, tag: string): void {
  const name = / name="([^"]*)"/.exec(tag)?.[1];
  if (name !== undefined) fields.set(name, unescape(/ value="([^"]*)"/.exec(tag)?.[1] ?? ''));
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

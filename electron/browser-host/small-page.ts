import { createHash } from 'node:crypto';
import type { HostMessages } from '../../shared/messages/en/host.ts';
import type { Language } from '../../shared/settings.ts';

/** Looks like the app: its type and its colours, in both colour schemes. */
const STYLE = `
:root { color-scheme: light dark; font: 13px/20px system-ui, 'Segoe UI', 'Hiragino Sans', 'Noto Sans CJK JP', sans-serif; }
body { max-width: 440px; margin: 20vh auto 0; padding: 0 24px; color: light-dark(#1a1f26, #e6e9ed); background: light-dark(#fff, #16191d); }
h1 { font-size: 17px; line-height: 24px; }
a { color: light-dark(#0a5dc2, #79b4ff); }
`;

/** The source for a content security policy that allows just this style. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** What a browser without access sees, whatever it asked for. */
export function gatePage(language: Language, words: HostMessages['gate']): string {
  return smallPage(language, words.title, `<h1>${escape(words.title)}</h1><p>${escape(words.body)}</p>`);
}

/**
 * The answer to the one-time address: the cookie, and this page, which goes on to the app by itself.
 * An HTTP redirect would not do. A navigation that began on another site (or in a file) stays cross-site
 * through all its redirects, so the browser would hold the SameSite=Strict cookie back; the navigation that
 * this page begins is our own.
 */
export function openPage(language: Language, title: string, appPath: string): string {
  const onwards = `<meta http-equiv="refresh" content="0; url=${appPath}">`;
  return smallPage(language, title, `<p><a href="${appPath}">${escape(title)}</a></p>`, onwards);
}

/** A local file that goes on to an address, so that the address needn't stand in an argument list. */
export function redirectFile(url: string, title: string): string {
  const address = escape(url);
  const onwards = `<meta http-equiv="refresh" content="0; url=${address}">`;
  const link = `<p><a href="${address}" rel="noreferrer">${escape(title)}</a></p>`;
  return smallPage('en', title, link, `<meta name="referrer" content="no-referrer">${onwards}`);
}

function smallPage(language: Language, title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>${escape(title)}</title><style>${STYLE}</style></head>
<body>${body}</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

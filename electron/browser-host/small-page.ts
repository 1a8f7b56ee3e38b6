import type { HostMessages } from '../../shared/messages/en/host.ts';
import type { Language } from '../../shared/settings.ts';

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
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark">${head}<title>${escape(title)}</title></head>
<body>${body}</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

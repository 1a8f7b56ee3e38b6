import type { SampleEvent, SampleObject } from './sample-object.ts';
import { KiB } from './sizes.ts';

/** Since when the website's bucket keeps versions, in days before the samples' newest day. */
export const WEBSITE_VERSIONS_SINCE = 60;

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', txt: 'text/plain' };

/**
 * The website's last weeks: a home page that was edited, a sale that came, went, came back and went again, a picture that was
 * replaced, and a draft of which nothing is left but its delete marker.
 */
export const WEBSITE_HISTORY: readonly SampleEvent[] = [
  page('index.html', 900, home('Welcome', ['Anvils since 1949.']), 'a01c44d'),
  page('robots.txt', 1200, 'User-agent: *\nDisallow: /internal/\n'),
  page('css/site.css', 200, 'body { margin: 2rem }\n'),
  page('css/site.css', 41, 'body { margin: 2rem auto; max-width: 50ch }\n'),
  page('index.html', 41, home('Welcome', ['Anvils since 1949.', 'Now in four sizes.']), '77be012'),
  page('sale.html', 40, home('Autumn sale', ['20 % off all anvils', 'until 22 October']), '8c4401d'),
  { key: 'sale.html', daysAgo: 33, isDeleted: true },
  { key: 'img/hero.jpg', body: 412 * KiB, daysAgo: 58, contentType: 'image/jpeg' },
  { key: 'img/hero.jpg', body: 388 * KiB, daysAgo: 30, contentType: 'image/jpeg' },
  page('index.html', 27, home('Welcome', ['Anvils since 1949.', 'Now in five sizes.']), '19d2c0f'),
  { key: 'drafts/about-us.html', daysAgo: 24, isDeleted: true },
  page('sale.html', 20, home('Black Friday', ['30 % off all anvils', 'on 27 November only']), 'c0ffee1'),
  page('index.html', 12, home('Welcome to Acme', ['Anvils since 1949.', 'Now in five sizes.']), 'e4b9a37'),
  { key: 'sale.html', daysAgo: 6, isDeleted: true },
  page('css/site.css', 3, 'body { margin: 2rem auto; max-width: 60ch }\n'),
  page('index.html', 3, '<!doctype html><title>Acme</title><h1>Welcome</h1>\n', '5f2c1e9'),
];

function page(key: string, daysAgo: number, body: string, commit?: string): SampleObject {
  const contentType = TYPES[key.split('.').at(-1) ?? ''] ?? 'binary/octet-stream';
  return { key, body, daysAgo, contentType, ...(commit && { metadata: { commit } }) };
}

function home(title: string, paragraphs: readonly string[]): string {
  const lines = paragraphs.map((paragraph) => `  <p>${paragraph}</p>`);
  return ['<!doctype html>', '<title>Acme</title>', `<h1>${title}</h1>`, ...lines, ''].join('\n');
}

import { createHash } from 'node:crypto';
import type { Reply } from '../reply.ts';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
/** Outside of the template, because a style sheet is no HTML and must not be escaped. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/**
 * A whole page as an answer. Nothing but its own style sheet may load or run.
 *
 * `formTarget` is an origin besides this server's that a form's answer may redirect to: Chromium applies the
 * policy's `form-action` to redirects too.
 */
export function pageReply(page: {
  title: string;
  content: Html;
  status?: number;
  formTarget?: string;
}): Reply {
  const { title, content, status = 200, formTarget = '' } = page;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action 'self' ${formTarget}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      // Not `no-referrer`, which would turn the Origin header of the page's own forms into `null`.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    },
    body: html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · IAM Identity Center stand-in</title>
          ${STYLE_ELEMENT}
        </head>
        <body>
          <main>${content}</main>
          <footer>
            A stand-in for IAM Identity Center. It runs on this computer and never contacts AWS.
          </footer>
        </body>
      </html>`.text,
  };
}

/** A page that only says something. */
export function messageReply(status: number, title: string, text: string): Reply {
  const content = html`<h1>${title}</h1>
    <p>${text}</p>`;
  return pageReply({ status, title, content });
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from './html.ts';

test('no value can leave its place', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const { text } = html`<p title="${value}">${value}</p>`;
      expect(text).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/s);
    }),
  );
});

test('HTML in HTML is taken as it is', () => {
  expect(html`<b>${html`<i>${'&'}</i>`}</b>`.text).toBe('<b><i>&amp;</i></b>');
});

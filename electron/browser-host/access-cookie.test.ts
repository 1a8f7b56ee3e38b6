import { expect, test } from 'vitest';
import { AccessCookie } from './access-cookie.ts';

const pair = (cookie: AccessCookie) => cookie.header.split(';')[0] ?? '';

test('the cookie is for this browser session, this site and no script', () => {
  const { header } = new AccessCookie(4711, '/secret/');
  expect(header).toMatch(/^bucket-porter-4711=[\w-]{43}; Path=\/secret\/; HttpOnly; SameSite=Strict$/);
});

test('it is found among others', () => {
  const cookie = new AccessCookie(4711, '/secret/');
  expect(cookie.isIn(pair(cookie))).toBe(true);
  expect(cookie.isIn(`a=b; ${pair(cookie)}; c`)).toBe(true);
});

test('nothing else will do', () => {
  const cookie = new AccessCookie(4711, '/secret/');
  const value = pair(cookie).split('=')[1] ?? '';
  const strangers = ['', 'bucket-porter-4711', 'bucket-porter-4711=', `bucket-porter-4711=${value}x`];
  for (const header of [undefined, ...strangers, `x=${value}`, `bucket-porter-4712=${value}`]) {
    expect(cookie.isIn(header)).toBe(false);
  }
  expect(cookie.isIn(pair(new AccessCookie(4711, '/secret/')))).toBe(false);
});

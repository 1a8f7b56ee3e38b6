import { expect, test } from 'vitest';
import { parseCommandLine } from './command-line.ts';

test('switches stand anywhere, the first word is the app', () => {
  const { switches, app } = parseCommandLine([
    '--inspect=0',
    '--no-sandbox',
    'out/main.js',
    '--lang=ja',
    'more',
  ]);
  expect(app).toBe('out/main.js');
  expect([...switches]).toEqual([
    ['inspect', '0'],
    ['no-sandbox', ''],
    ['lang', 'ja'],
  ]);
});

test('nothing after two dashes is a switch', () => {
  expect(parseCommandLine(['app', '--', '--inspect']).switches.size).toBe(0);
});

test('an option with one dash is refused', () => {
  expect(() => parseCommandLine(['-r', 'loader.js', 'app'])).toThrow('-r');
});

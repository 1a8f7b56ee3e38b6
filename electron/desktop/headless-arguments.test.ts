import { describe, expect, it } from 'vitest';
import { headlessArguments } from './headless-arguments.ts';

describe('headlessArguments', () => {
  it.each([
    [true, ['bucket-porter', 'serve', '--port', '8080'], ['serve', '--port', '8080']],
    [true, ['bucket-porter', '--no-sandbox', 'serve'], ['serve']],
    [false, ['electron', '.', 'serve', '--no-open'], ['serve', '--no-open']],
    [false, ['electron', '--inspect=0', '--remote-debugging-port=0', 'out/main/main.js', 'serve'], ['serve']],
  ])('finds the command (packaged: %s, %j)', (isPackaged, argv, expected) => {
    expect(headlessArguments(argv, isPackaged)).toEqual(expected);
  });

  it.each([
    [true, ['bucket-porter']],
    [true, ['bucket-porter', 'bucket-porter://serve']],
    [true, ['bucket-porter', '--serve']],
    [true, ['bucket-porter', 'other', 'serve']],
    [false, ['electron', '.']],
    [false, ['electron', 'serve']],
  ])('opens the window otherwise (packaged: %s, %j)', (isPackaged, argv) => {
    expect(headlessArguments(argv, isPackaged)).toBeUndefined();
  });
});

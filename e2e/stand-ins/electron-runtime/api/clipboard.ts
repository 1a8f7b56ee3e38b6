import { strictObject } from '../strict/strict-object.ts';

let text = '';

/** A clipboard of the app's own: tests must not touch the person's. */
export const clipboard = strictObject(
  {
    writeText(written: string): void {
      if (typeof written !== 'string') throw new TypeError('Must pass a string.');
      text = written;
    },
    readText: (): string => text,
    clear: (): void => {
      text = '';
    },
  },
  'clipboard',
);

import type { ServerResponse } from 'node:http';

/** Waits for room to write more, or for there being no reader any longer. */
export function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}

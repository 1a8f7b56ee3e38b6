import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The Node that runs TypeScript, which need not be the one that runs the tests. */
const NODE = createRequire(import.meta.url).resolve('node/bin/node');
const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));

test('prints its URL, serves there, and ends on SIGTERM', async () => {
  const child = spawn(NODE, [CLI, '--port', '0', '--auto-approve'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  });
  const exited = once(child, 'exit');
  try {
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/device`)).status).toBe(200);
  } finally {
    child.kill('SIGTERM');
  }
  expect(await exited).toEqual([0, null]);
});

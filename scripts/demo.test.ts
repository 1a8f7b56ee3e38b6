import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type IncomingMessage, get } from 'node:http';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './support/project.ts';

test('the demo starts where there is no display, says why it uses the browser, and leaves nothing behind', async () => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(PROJECT, 'scripts', 'demo.ts'), '--no-open'], {
    cwd: PROJECT,
    env: { PATH, HOME, LANG: 'C.UTF-8' },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/open\S+/.exec(output);
      if (found !== null) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
  if (process.platform === 'linux') expect(output).toContain('because there is no display here');
  const config = /config file: (.+)$/m.exec(output)?.[1] ?? '';
  expect(existsSync(config)).toBe(true);
  // Not fetch: it says that it is a script, and the one-time address is for people.
  const [response] = (await once(get(url), 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  response.resume();

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(existsSync(dirname(config))).toBe(false);
}, 120_000);

import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { AppFailure } from '../../app-failure.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { runProcess } from './run-process.ts';

const env = { PATH: process.env['PATH'] ?? '' };
const NEVER = new AbortController().signal;
const NODE = `"${process.execPath}"`;
const failureOf = async (running: Promise<string>) => {
  try {
    return await running;
  } catch (thrown) {
    return (thrown as AppFailure).error;
  }
};
const run = (command: string, clock = new FakeClock(), signal = NEVER) =>
  runProcess({ profile: 'vault', command }, env, clock, signal);

/** Hears when a process that connects to it begins, and when it is gone. */
async function watchProcess() {
  const [begun, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const server = createServer((socket) => {
    begun.resolve();
    socket.on('error', () => undefined).on('close', () => gone.resolve());
    socket.resume();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const command = `${NODE} -e "require('net').connect(${port}, '127.0.0.1')"`;
  return { command, begun: begun.promise, gone: gone.promise, close: () => server.close() };
}

describe('runProcess', () => {
  it('gives what was printed, with only the variables it was given', async () => {
    expect(await run(`${NODE} -e "console.log(Object.keys(process.env).includes('HOME'), 1 + 1)"`)).toBe(
      'false 2\n',
    );
  });

  it('tells how it failed, with its complaints cut and masked', async () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const complaint = `console.error('no session', '${secret}', 'x '.repeat(999)); process.exit(3)`;
    const failed = await failureOf(run(`${NODE} -e "${complaint}"`));
    expect(failed).toMatchObject({
      code: 'profile.process-failed',
      params: { profile: 'vault', reason: 'failed' },
      technical: expect.stringMatching(/^exit code 3 · no session … x x/),
    });
    expect(failed).toHaveProperty('technical.length', 300);
  });

  it('says that there is no such command', async () => {
    await expect(run('no-such-command-here --now')).rejects.toMatchObject({
      error: { params: { reason: 'failed' }, technical: expect.stringMatching(/not found|not recognized/) },
    });
  });

  it('stops reading what never ends', async () => {
    await expect(run(`${NODE} -e "for (;;) console.log('x'.repeat(9999))"`)).rejects.toMatchObject({
      error: { params: { reason: 'garbled' } },
    });
  });

  it.skipIf(process.platform === 'win32').each(['wait', 'exit 0'])(
    'is killed with all it started, after a minute (%s)',
    async (end) => {
      const clock = new FakeClock();
      const child = await watchProcess();
      const running = failureOf(run(`${child.command} & ${end}`, clock));
      await child.begun;
      expect(await clock.skip()).toBe(60_000);
      expect(await running).toMatchObject({ params: { reason: 'timeout' } });
      await child.gone;
      child.close();
    },
  );

  it('is killed when nobody waits for it any more', async () => {
    const leaver = new AbortController();
    const child = await watchProcess();
    const running = run(child.command, new FakeClock(), leaver.signal);
    await child.begun;
    leaver.abort(new Error('left'));
    await expect(running).rejects.toThrow('left');
    await child.gone;
    child.close();
  });
});

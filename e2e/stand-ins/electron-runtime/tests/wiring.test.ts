import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FixtureApp, SKIP_REASON, startFixture, eventually, PATIENCE } from './fixture-app.ts';

interface FixtureApi {
  readonly refused: string[];
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  send(channel: string, ...args: unknown[]): void;
  listen(receive: (value: unknown) => void): () => void;
  readonly nested: { list: number[]; add(a: number, b: number): number; later<T>(value: T): Promise<T> };
  callBack(run: (text: string) => Promise<string>): Promise<string>;
  pathOf(file: File): string;
  readonly [name: string]: unknown;
}
declare global {
  interface Window {
    fixture: FixtureApi;
  }
}

vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

describe.skipIf(SKIP_REASON !== undefined)(
  `the way from page to main and back (${SKIP_REASON ?? 'Chromium'})`,
  () => {
    let app: FixtureApp;
    beforeAll(async () => {
      app = await startFixture();
    });
    afterAll(() => app.close());

    /** The error's text of what a member of the page's API throws. */
    const failure = (member: string, ...args: string[]) =>
      app.page.evaluate(
        async ([name, more]) => {
          try {
            await (window.fixture[name] as (...args: string[]) => unknown)(...more);
            return 'nothing was thrown';
          } catch (error) {
            return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
          }
        },
        [member, args] as const,
      );

    test('a click reaches main, and the answer the page', async () => {
      await app.page.click('#ask');
      await app.page.waitForFunction(() => document.querySelector('#answer')?.textContent !== '');
      expect(JSON.parse((await app.page.textContent('#answer')) ?? '')).toEqual({
        args: ['hello'],
        origin: 'fixture://app',
        isMain: true,
      });
    });

    test('structured values survive both ways', async () => {
      const same = await app.page.evaluate(async () => {
        const value = {
          date: new Date(5),
          map: new Map([[1, { n: NaN }]]),
          big: 10n,
          bytes: new Uint8Array([1, 2]),
        };
        const { args } = (await window.fixture.invoke('echo', value, undefined, -0)) as {
          args: [typeof value, undefined, number];
        };
        const [back] = args;
        return [
          back.date.getTime() === 5,
          Number.isNaN(back.map.get(1)?.n),
          back.big === 10n,
          back.bytes instanceof Uint8Array && back.bytes[1] === 2,
          args.length === 3 && Object.is(args[2], -0),
        ];
      });
      expect(same).toEqual([true, true, true, true, true]);
    });

    test('functions and symbols can’t be cloned', async () => {
      expect(await failure('sendFunction')).toContain('An object could not be cloned.');
      expect(await failure('invoke', 'uncloneable')).toBe(
        "Error: Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
      );
      expect(
        await app.inMain('electron.webContents.getAllWebContents()[0].send("x", Symbol("y"))'),
      ).toContain('An object could not be cloned.');
    });

    test('a handler’s error arrives in Electron’s words', async () => {
      expect(await failure('invoke', 'fail')).toBe(
        "Error: Error invoking remote method 'fail': TypeError: the reason",
      );
      expect(await failure('invoke', 'nobody')).toBe(
        "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      );
    });

    test('the context bridge carries functions, promises, callbacks and plain data', async () => {
      const answers = await app.page.evaluate(async () => [
        window.fixture.nested.add(2, 3),
        window.fixture.nested.list,
        await window.fixture.nested.later({ deep: ['x'] }),
        await window.fixture.callBack(async (text) => `${text} back`),
      ]);
      expect(answers).toEqual([5, [1, 2], { deep: ['x'] }, 'page said called back']);
    });

    test('listeners hear messages until they are taken off', async () => {
      const heard = await app.page.evaluate(async () => {
        const values: unknown[] = [];
        const first = Promise.withResolvers<void>();
        const off = window.fixture.listen((value) => {
          values.push(value);
          first.resolve();
        });
        window.fixture.send('ping', 'one');
        await first.promise;
        off();
        window.fixture.send('ping', 'two');
        // Messages keep their order, so the answer to this one comes after.
        await window.fixture.invoke('echo');
        return values;
      });
      expect(heard).toEqual(['one']);
    });

    test('only messages of errors cross, and what isn’t plain data doesn’t', async () => {
      expect(await failure('fail')).toBe('Error: only the message');
      for (const member of ['custom', 'symbol', 'leak']) {
        expect(await failure(member)).toContain('An object could not be cloned.');
      }
    });

    test('the page’s API is frozen, and nothing of Node or Electron is in reach', async () => {
      const seen = await app.page.evaluate(() => {
        const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
        return {
          frozen: [window.fixture, window.fixture.nested, window.fixture.nested.list].every((one) =>
            Object.isFrozen(one),
          ),
          replaced: Reflect.set(window, 'fixture', null),
          names: names.filter((name) => name in window),
          bindings: Object.getOwnPropertyNames(window).filter((name) => /^(in|out)-/.test(name)),
        };
      });
      expect(seen).toEqual({ frozen: true, replaced: false, names: [], bindings: [] });
    });

    test('a preload script may require only what Electron’s sandbox allows', async () => {
      expect(await app.page.evaluate(() => window.fixture.refused)).toEqual([
        'module not found: fs',
        'module not found: node:child_process',
        'module not found: path',
        'module not found: ./other.cjs',
      ]);
    });

    test('webUtils tells a chosen file’s path', async () => {
      const path = join(app.home, 'chosen.txt');
      writeFileSync(path, 'text');
      await app.page.setInputFiles('#file', path);
      const paths = await app.page.evaluate(() => {
        const file = document.querySelector<HTMLInputElement>('#file')?.files?.[0];
        return [
          file === undefined ? 'none' : window.fixture.pathOf(file),
          window.fixture.pathOf(new File(['x'], 'made')),
        ];
      });
      expect(paths).toEqual([path, '']);
    });

    test('a call can take less than five milliseconds', async () => {
      const quick = await app.page.evaluate(async () => {
        const times: number[] = [];
        for (let call = 0; call < 200; call += 1) {
          const start = performance.now();
          await window.fixture.invoke('echo', call);
          times.push(performance.now() - start);
        }
        return times.toSorted((a, b) => a - b)[20] ?? Infinity;
      });
      // Not the middle one: that would measure what else the machine is doing.
      expect(quick).toBeLessThan(5);
    });

    test('a preload script that can’t run is told of', async () => {
      const other = await startFixture({ FIXTURE_PRELOAD: 'preload-fs.cjs' });
      try {
        await eventually(async () =>
          expect(await other.events()).toContainEqual(['preload-error', 'module not found: fs']),
        );
        expect(await other.page.evaluate(() => 'fixture' in window)).toBe(false);
      } finally {
        await other.close();
      }
    });
  },
);

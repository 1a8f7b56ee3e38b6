import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { finishBeforeQuit } from './quit.ts';

class FakeApp extends EventEmitter {
  exits: (number | undefined)[] = [];
  exit(code?: number): void {
    this.exits.push(code);
  }
  /** Quits as Electron does; returns whether the app held it up. */
  quit(): boolean {
    let prevented = false;
    this.emit('before-quit');
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    return prevented;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('finishes before it ends, once', async () => {
  const app = new FakeApp();
  const done: string[] = [];
  finishBeforeQuit(
    app,
    () => done.push('begin'),
    async () => void done.push('finish'),
  );
  expect(app.quit()).toBe(true);
  expect(app.quit()).toBe(true);
  expect(app.exits).toEqual([]);
  await vi.runAllTimersAsync();
  expect(done).toEqual(['begin', 'finish', 'begin']);
  expect(app.exits).toEqual([0]);
});

it('ends even where finishing fails or hangs', async () => {
  for (const finish of [() => Promise.reject(new Error('no')), () => new Promise<void>(() => undefined)]) {
    const app = new FakeApp();
    finishBeforeQuit(app, () => undefined, finish);
    app.quit();
    await vi.advanceTimersByTimeAsync(2000);
    expect(app.exits).toEqual([0]);
  }
});

import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listenForStop } from './stop-signals.ts';

class TestProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s asks to stop', async (signal) => {
  const source = new TestProcess();
  const stop = listenForStop(source, () => 0);
  source.emit(signal, signal);
  await stop.received;
  expect(source.exits).toEqual([]);
});

test('a second Ctrl+C ends the process at once, but one that npm passes on as well does not', () => {
  const source = new TestProcess();
  let now = 1000;
  listenForStop(source, () => now);
  source.emit('SIGINT', 'SIGINT');
  now += 5;
  source.emit('SIGINT', 'SIGINT');
  expect(source.exits).toEqual([]);
  now += 1000;
  source.emit('SIGINT', 'SIGINT');
  source.emit('SIGTERM', 'SIGTERM');
  expect(source.exits).toEqual([130, 143]);
});

test('after release, signals are nobody’s business here', () => {
  const source = new TestProcess();
  listenForStop(source, () => 0).release();
  expect(source.eventNames()).toEqual([]);
});

import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { becomeOnlyInstance } from './single-instance.ts';

class FakeApp extends EventEmitter {
  readonly #free: boolean;
  constructor(free: boolean) {
    super();
    this.#free = free;
  }
  requestSingleInstanceLock = () => this.#free;
}

it('shows its window when started a second time', () => {
  const app = new FakeApp(true);
  const started: (readonly string[])[] = [];
  expect(becomeOnlyInstance(app, (argv) => started.push(argv))).toBe(true);
  app.emit('second-instance', {}, ['bucket-porter', 'whatever'], '/');
  expect(started).toEqual([['bucket-porter', 'whatever']]);
});

it('gives way to the one that runs', () => {
  expect(becomeOnlyInstance(new FakeApp(false), () => undefined)).toBe(false);
});

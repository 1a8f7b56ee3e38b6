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
  let shown = 0;
  expect(becomeOnlyInstance(app, () => (shown += 1))).toBe(true);
  app.emit('second-instance', {}, ['bucket-porter', 'whatever'], '/');
  expect(shown).toBe(1);
});

it('gives way to the one that runs', () => {
  expect(becomeOnlyInstance(new FakeApp(false), () => undefined)).toBe(false);
});

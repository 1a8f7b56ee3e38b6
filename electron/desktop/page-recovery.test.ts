import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { type CrashingContents, recoverPage } from './page-recovery.ts';

class FakeContents extends EventEmitter implements CrashingContents {
  loads = 0;
  reload(): void {
    this.loads += 1;
  }
  crash(reason: string): void {
    this.emit('render-process-gone', {}, { reason });
  }
}

it('loads a crashed page again, but not in a loop', () => {
  const contents = new FakeContents();
  const reasons: string[] = [];
  let now = 0;
  recoverPage(
    contents,
    () => now,
    (reason) => reasons.push(reason),
  );
  now = 60_000;
  contents.crash('crashed');
  expect(contents.loads).toBe(1);
  now = 61_000;
  contents.crash('crashed');
  expect(contents.loads).toBe(1);
  now = 600_000;
  contents.crash('oom');
  expect(contents.loads).toBe(2);
  expect(reasons).toEqual(['crashed', 'crashed', 'oom']);
});

it('lets a page go that ended on purpose', () => {
  const contents = new FakeContents();
  let now = 0;
  recoverPage(
    contents,
    () => now,
    () => undefined,
  );
  now = 60_000;
  contents.crash('clean-exit');
  expect(contents.loads).toBe(0);
});

import { AsyncLocalStorage } from 'node:async_hooks';

export interface CallCount {
  calls: number;
}

/** Whoever counts, and who counts around them. */
interface Counting {
  readonly count: CallCount;
  readonly outer: Counting | undefined;
}

const current = new AsyncLocalStorage<Counting>();

/** Runs something and counts the requests that it sends to AWS, however deep down they are sent. */
export function countingCalls<Result>(count: CallCount, run: () => Promise<Result>): Promise<Result> {
  return current.run({ count, outer: current.getStore() }, run);
}

/** Called by the HTTP handler for each request that leaves. */
export function noteCall(): void {
  for (let counting = current.getStore(); counting !== undefined; counting = counting.outer) {
    counting.count.calls += 1;
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';

export interface CallCount {
  calls: number;
}

const current = new AsyncLocalStorage<CallCount>();

/** Runs something and counts the requests that it sends to AWS, however deep down they are sent. */
export function countingCalls<Result>(count: CallCount, run: () => Promise<Result>): Promise<Result> {
  return current.run(count, run);
}

/** Called by the HTTP handler for each request that leaves. */
export function noteCall(): void {
  const count = current.getStore();
  if (count !== undefined) count.calls += 1;
}

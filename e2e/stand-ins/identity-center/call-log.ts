import type { OperationName } from './operations.ts';

/** One request the stand-in got. */
export interface Call {
  readonly operation: OperationName;
  /** Whose endpoint was asked; `undefined` where the address stands for all regions. */
  readonly region: string | undefined;
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number;
  /** Members by their service-model names (pages: form and query fields), secrets included. */
  readonly params: Readonly<Record<string, unknown>>;
  /** `undefined` until answered; 0 if the connection ended without an answer. */
  readonly status: number | undefined;
  /** The exception's name if the answer was a service error. */
  readonly error: string | undefined;
}

export interface CallWait {
  /** Which call to wait for, counted from the server's start. 1 if left out. */
  count?: number;
  /** `arrived` doesn't wait for the answer, so that a call in flight can be seen. */
  when?: 'answered' | 'arrived';
}

interface Waiter {
  operation: OperationName;
  count: number;
  when: 'answered' | 'arrived';
  resolve: (call: Call) => void;
  reject: (reason: Error) => void;
}

/** Remembers every call, and tells who waits for one. */
export class CallLog {
  readonly calls: Call[] = [];
  #waiters: Waiter[] = [];
  #underWay = 0;
  #mostUnderWay = 0;

  /** The most calls that waited for their answers at the same time. */
  get mostUnderWay(): number {
    return this.#mostUnderWay;
  }

  /** Records an arrival; the returned function records its end, the first time it is called. */
  begin(operation: OperationName, at: number, params: Record<string, unknown>, region?: string) {
    const call = {
      operation,
      region,
      at,
      params,
      status: undefined as number | undefined,
      error: undefined as string | undefined,
    };
    this.calls.push(call);
    this.#underWay += 1;
    this.#mostUnderWay = Math.max(this.#mostUnderWay, this.#underWay);
    this.#notify();
    return (status: number, error?: string) => {
      if (call.status !== undefined) return;
      call.status = status;
      call.error = error;
      this.#underWay -= 1;
      this.#notify();
    };
  }

  /** Resolves with the call, at once if it has been made already; rejects when the server closes first. */
  wait(operation: OperationName, { count = 1, when = 'answered' }: CallWait = {}): Promise<Call> {
    const promise = new Promise<Call>((resolve, reject) => {
      this.#waiters.push({ operation, count, when, resolve, reject });
    });
    // A test that stops waiting must not fail from the rejection at close; whoever awaits still sees it.
    promise.catch(() => {});
    this.#notify();
    return promise;
  }

  close(): void {
    for (const { operation, count, reject } of this.#waiters) {
      const seen = this.calls.filter((call) => call.operation === operation).length;
      reject(new Error(`Closed while waiting for ${operation} number ${count}; there were ${seen}.`));
    }
    this.#waiters = [];
  }

  #notify(): void {
    this.#waiters = this.#waiters.filter(({ operation, count, when, resolve }) => {
      const matching = this.calls.filter(
        (call) => call.operation === operation && (when === 'arrived' || call.status !== undefined),
      );
      const call = matching[count - 1];
      if (call !== undefined) resolve(call);
      return call === undefined;
    });
  }
}

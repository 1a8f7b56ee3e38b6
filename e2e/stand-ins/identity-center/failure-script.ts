import type { OperationName, Route } from './operations.ts';

/**
 * How a call goes wrong: an error answer, a broken connection, an HTTP 200 that isn't JSON, no answer at all, or
 * the right answer but late.
 */
export type Failure =
  | { status: number; error?: string; message?: string; retryAfterSeconds?: number }
  | 'reset'
  | 'garbage'
  | 'hang'
  | { delayMs: number };

export interface ScriptedFailure {
  /** `any` is every operation of the two services; a page fails only by its own name. */
  operation: OperationName | 'any';
  /** How many calls fail, 1 if left out. */
  times?: number;
  how: Failure;
}

/** Failures a test has ordered, each used up by the calls it fits, in the order they were added. */
export class FailureScript {
  #steps: { operation: OperationName | 'any'; left: number; how: Failure }[] = [];

  add({ operation, times = 1, how }: ScriptedFailure): void {
    this.#steps.push({ operation, left: times, how });
  }

  /** The failure for a call of this route, which uses it up, or `undefined` if the call is to go well. */
  take({ operation, service }: Route): Failure | undefined {
    const step = this.#steps.find(
      (one) =>
        one.left > 0 && (one.operation === operation || (one.operation === 'any' && service !== 'page')),
    );
    if (step === undefined) return undefined;
    step.left -= 1;
    return step.how;
  }

  clear(): void {
    this.#steps = [];
  }
}

/** An error answer, a sign-in page of some network in STS's place, a cut connection, or no answer at all. */
export type StsFailure =
  | { readonly status: number; readonly code: string; readonly message?: string }
  | 'garbage'
  | 'reset'
  | 'hang';

/** Failures that a test has ordered, in order. */
export class StsFailures {
  #left: StsFailure[] = [];

  add(how: StsFailure, times: number): void {
    for (let time = 0; time < times; time += 1) this.#left.push(how);
  }

  take(): StsFailure | undefined {
    return this.#left.shift();
  }

  clear(): void {
    this.#left = [];
  }
}

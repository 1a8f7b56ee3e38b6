import { AppFailure } from '../../../app-failure.ts';

/** What an edit gives, or the error's code with which it was refused. Anything else that is thrown is a bug. */
export function orRefused<Value>(edit: () => Value): Value | { readonly refused: string } {
  try {
    return edit();
  } catch (thrown) {
    if (thrown instanceof AppFailure) return { refused: thrown.error.code };
    throw thrown;
  }
}

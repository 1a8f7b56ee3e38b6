import type { ConfigProblemReason } from '../../../../shared/contract.ts';

/** A line that can't be used, or that the programs reading the file don't agree about. */
export interface IniProblem {
  /** From 1. */
  readonly line: number;
  readonly reason: ConfigProblemReason;
  /** Never a value: it may be a secret. */
  readonly subject: string;
}

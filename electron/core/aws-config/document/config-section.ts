/** A line `key = value` of a config file. */
export interface ConfigEntry {
  /** Lower-cased, as keys are for the AWS CLI; a nested one as it is written, since nested keys are not. */
  readonly key: string;
  readonly rawKey: string;
  /** Without white space around it and without a comment behind it. */
  readonly value: string;
  /** From 1. */
  readonly line: number;
  /** Indented lines under an empty value: `s3 =` and the like. One level, as in all AWS tools. */
  readonly nested: readonly ConfigEntry[];
}

export interface ConfigSection {
  /** The text between the brackets exactly as written, e.g. `profile "my name"`. */
  readonly header: string;
  /** Line of the header, from 1. */
  readonly line: number;
  /** Where its own comments begin, directly above the header; the header's line where it has none. */
  readonly leadLine: number;
  /**
   * The last line that goes when the section goes: its keys, comments right below them and blank lines after
   * those. Comments directly above the next header belong to the next section; others, with a blank line above
   * them, to none.
   */
  readonly endLine: number;
  readonly entries: readonly ConfigEntry[];
}

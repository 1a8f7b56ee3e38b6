import type { LineReader } from './line-reader.ts';

/** Where a section's own comments begin. */
export interface Lead {
  readonly line: number;
  readonly from: number;
  readonly indent: number;
}

/**
 * How far a section reaches: its keys, comments right below them, and blank lines after those. Comments directly
 * above the next header are that section's; others with a blank line above them stand for themselves, and only a key
 * below makes them the section's.
 */
export class SectionReach {
  /** Its last line, and the place behind that. */
  line = 0;
  to = 0;
  #lead: Lead | undefined;
  #blankSeen = false;
  #detached = false;

  passBlank(at: LineReader, line: number): void {
    this.#lead = undefined;
    this.#blankSeen = true;
    if (!this.#detached) this.#own(at, line);
  }

  passComment(at: LineReader, line: number, indent: number): void {
    this.#lead ??= { line, from: at.from, indent };
    if (this.#blankSeen) this.#detached = true;
    else this.#own(at, line);
  }

  passContent(at: LineReader, line: number): void {
    this.#lead = undefined;
    this.#blankSeen = false;
    this.#detached = false;
    this.#own(at, line);
  }

  /** The comments directly above a header. Those indented deeper are the last words of the section above. */
  leadOf(indent: number): Lead | undefined {
    return this.#lead !== undefined && this.#lead.indent <= indent ? this.#lead : undefined;
  }

  #own(at: LineReader, line: number): void {
    this.line = line;
    this.to = at.next;
  }
}

/**
 * Matches text with Unicode's simple case folding, as regular expressions with the flags `i` and `u` do it. What stands
 * between two stars is searched for piece by piece, so that no pattern can make it run away.
 */
export class UnicodeGlob {
  readonly #first: RegExp;
  readonly #middle: readonly RegExp[];
  readonly #last: RegExp | undefined;

  constructor(text: string, kind: 'anywhere' | 'begins' | 'glob') {
    const wanted = text.normalize('NFC');
    const pieces = kind === 'glob' ? wanted.split(/\*+/).map(globSource) : [escaped(wanted)];
    const [first = '', ...rest] = pieces;
    const last = rest.pop();
    this.#first = new RegExp(
      kind === 'glob' && last === undefined ? `${first}$` : first,
      kind === 'anywhere' ? 'iug' : 'iuy',
    );
    this.#middle = rest.map((source) => new RegExp(source, 'iug'));
    this.#last = last === undefined ? undefined : new RegExp(`${last}$`, 'iug');
  }

  matches(name: string): boolean {
    const text = name.normalize('NFC');
    let at = endOfMatch(this.#first, text, 0);
    for (const piece of this.#middle) {
      if (at < 0) return false;
      at = endOfMatch(piece, text, at);
    }
    return at >= 0 && (this.#last === undefined || endOfMatch(this.#last, text, at) >= 0);
  }
}

function endOfMatch(piece: RegExp, text: string, from: number): number {
  piece.lastIndex = from;
  return piece.test(text) ? piece.lastIndex : -1;
}

function globSource(piece: string): string {
  return piece.split('?').map(escaped).join('[^]');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

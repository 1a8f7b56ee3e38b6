import { compareKeys } from '../key-order.ts';
import type { PageSource, PageStart } from '../list-page-request.ts';

export interface KeyServerOptions {
  readonly prefix?: string;
  readonly delimiter?: string;
  /** Keys a page. */
  readonly pageSize?: number;
  /** As some servers do: lists from the start whatever `start-after` says. */
  readonly ignoresStartAfter?: boolean;
}

/** A page as this server sends it and {@link MemoryRows} reads it: JSON, since no parser is what is tested. */
export interface SentPage {
  readonly entries: readonly string[];
  readonly isTruncated: boolean;
  readonly nextToken?: string;
}

/** A server's view of many keys, and a network on which nothing arrives before a test says so. */
export class KeyServer implements PageSource {
  readonly pages: PageStart[] = [];
  readonly probes: string[] = [];
  /** Called before a page is sent; may change it or throw. */
  spoil: (page: SentPage, start: PageStart, number: number) => SentPage = (page) => page;
  mostUnderWay = 0;
  rounds = 0;
  readonly #entries: readonly string[];
  readonly #options: Required<KeyServerOptions>;
  #arrivals: (() => void)[] = [];
  #underWay = 0;

  constructor(keys: Iterable<string>, options: KeyServerOptions = {}) {
    const { prefix = '', delimiter = '', pageSize = 1000, ignoresStartAfter = false } = options;
    this.#options = { prefix, delimiter, pageSize, ignoresStartAfter };
    const entries = new Set<string>();
    for (const key of keys) {
      if (!key.startsWith(prefix)) continue;
      const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      entries.add(cut < 0 ? key : key.slice(0, cut + delimiter.length));
    }
    this.#entries = [...entries].toSorted(compareKeys);
  }

  get entries(): readonly string[] {
    return this.#entries;
  }

  get requests(): number {
    return this.pages.length + this.probes.length;
  }

  async page(start: PageStart, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (start.maxKeys === undefined && start.inside === undefined) this.pages.push(start);
    else this.probes.push(start.startAfter ?? '');
    const number = this.requests;
    await this.#roundTrip(signal);
    if (start.inside !== undefined) return this.#folders(start, start.inside);
    const from = start.token === undefined ? this.#after(start.startAfter) : Number(start.token);
    const to = from + (start.maxKeys ?? this.#options.pageSize);
    const isTruncated = to < this.#entries.length;
    const page = { entries: this.#entries.slice(from, to), isTruncated };
    const sent = this.spoil(isTruncated ? { ...page, nextToken: String(to) } : page, start, number);
    return encoded(sent);
  }

  /** One level of a folder. */
  #folders({ startAfter }: PageStart, inside: string): Uint8Array<ArrayBuffer> {
    const found = new Set<string>();
    let isTruncated = false;
    for (let at = this.#after(startAfter); !isTruncated && at < this.#entries.length; at += 1) {
      const key = this.#entries[at] ?? '';
      if (!key.startsWith(inside)) continue;
      const end = key.indexOf('/', inside.length) + 1;
      found.add(end > 0 ? key.slice(0, end) : key);
      isTruncated = found.size > this.#options.pageSize;
    }
    const entries = [...found].slice(0, this.#options.pageSize);
    return encoded({ entries, isTruncated, ...(isTruncated ? { nextToken: 'more' } : {}) });
  }

  /** Lets everything arrive that is under way, round after round, until `until` settles. */
  async deliver<Result>(until: Promise<Result>): Promise<Result> {
    const ended = { yet: false };
    const end = () => {
      ended.yet = true;
    };
    until.then(end, end);
    while (!ended.yet) {
      await new Promise((resolve) => setImmediate(resolve));
      const arrivals = this.#arrivals.splice(0);
      if (arrivals.length > 0) this.rounds += 1;
      for (const arrive of arrivals) arrive();
    }
    return until;
  }

  async #roundTrip(signal: AbortSignal): Promise<void> {
    this.#underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.#underWay);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#arrivals.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      this.#underWay -= 1;
    }
  }

  /** The index of the first entry after a place. A common prefix around the place is listed again, as S3 does. */
  #after(place: string | undefined): number {
    if (place === undefined || this.#options.ignoresStartAfter) return 0;
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(this.#entries[middle] ?? '', place) <= 0) low = middle + 1;
      else high = middle;
    }
    const before = this.#entries[low - 1];
    const { delimiter } = this.#options;
    const isAround = delimiter !== '' && before?.endsWith(delimiter) === true && place.startsWith(before);
    return isAround ? low - 1 : low;
  }
}

function encoded(page: SentPage): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(page));
}

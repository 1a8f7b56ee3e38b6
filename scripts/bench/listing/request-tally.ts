import { monotonicMs, type Tally } from './server-messages.ts';

/** Counts what reaches the server. */
export class RequestTally {
  #requests = 0;
  #v1 = 0;
  #v2 = 0;
  #delimited = 0;
  #now = 0;
  #atOnce = 0;
  #firstAt: number | undefined;
  readonly #cpu = process.cpuUsage();

  begin(): void {
    this.#firstAt ??= monotonicMs();
    this.#requests += 1;
    this.#now += 1;
    this.#atOnce = Math.max(this.#atOnce, this.#now);
  }

  listed(query: URLSearchParams): void {
    if (query.get('list-type') === '2') this.#v2 += 1;
    else this.#v1 += 1;
    if (query.has('delimiter') && query.get('delimiter') !== '') this.#delimited += 1;
  }

  end(): void {
    this.#now -= 1;
  }

  get tally(): Tally {
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      requests: this.#requests,
      v1: this.#v1,
      v2: this.#v2,
      delimited: this.#delimited,
      atOnce: this.#atOnce,
      ...(this.#firstAt === undefined ? {} : { firstAt: this.#firstAt }),
      cpuMs: (user + system) / 1000,
    };
  }
}

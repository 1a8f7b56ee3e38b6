import type { Overview } from '../../../shared/contract.ts';
import { type DeepLinkNews, followDeepLink } from '../../../shared/deep-link.ts';
import { Snapshots } from '../bridge/snapshots.ts';

/** Links followed into the app. Anybody can make one, so a link opens a place and never does anything there. */
export class DeepLinks {
  readonly snapshots = new Snapshots<DeepLinkNews | null>(null);
  readonly #overview: () => Overview;

  constructor(overview: () => Overview) {
    this.#overview = overview;
  }

  follow(url: string): void {
    const number = (this.snapshots.value?.number ?? 0) + 1;
    this.snapshots.set({ number, outcome: followDeepLink(url, this.#overview()) });
  }
}

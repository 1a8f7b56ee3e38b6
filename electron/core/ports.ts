/** What the product needs from whoever hosts it. The core never asks Electron or a browser directly. */
import type { AppInfo } from '../../shared/settings.ts';

/** Time, so that tests can hold it in their hands. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /**
   * Resolves after `ms` milliseconds.
   * @throws the signal's reason as soon as it is aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Logger {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

/** Plain facts only: no objects that might hold a token. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Host {
  readonly info: AppInfo;
  /**
   * Opens an address in the person's browser. The core has checked the address before.
   * Resolves false where the host can't (the browser host: the page itself has to open it).
   */
  openPage(url: string): Promise<boolean>;
  /** Puts text into the clipboard; absent where the page does this itself. */
  writeClipboard?(text: string): Promise<void>;
  /** Languages of the system, BCP 47, most wanted first. */
  systemLanguages(): readonly string[];
}

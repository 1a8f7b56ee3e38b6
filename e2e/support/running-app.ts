import type { ElectronApplication, Page } from '@playwright/test';

export type HostName = 'browser' | 'desktop';

/** An app that was started for a test, in either host. */
export interface RunningApp {
  readonly page: Page;
  /** Everything it wrote to its terminal. */
  output(): string;
  /** Its command lines, the hosts' helpers included: what `ps` shows to anybody. */
  commandLines(): Promise<string>;
  /**
   * The page that the app opens in the person's browser: for the browser host a tab, for the desktop what
   * it handed to the system. Begin waiting before the click that leads to it.
   */
  openedPage(): Promise<Page>;
  /** The desktop's main process; absent in the browser host. */
  readonly electron?: ElectronApplication;
  /** Ends it as a person would. */
  close(): Promise<void>;
}

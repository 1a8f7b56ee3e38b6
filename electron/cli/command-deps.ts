import type { AppCore, AppCoreOptions } from '../core/app-core.ts';
import type { Clock, Logger } from '../core/ports.ts';
import type { SignalSource } from './stop-signals.ts';
import type { OpenCommand } from './system-browser.ts';

export interface TextOutput {
  write(text: string): unknown;
}

/** What a command needs from the process it runs in. */
export interface CommandDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  readonly temporaryFolder: string;
  /** The built page: the folder of its index.html. */
  readonly rendererFolder: string;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly signals: SignalSource;
  readonly clock: Clock;
  readonly createCore: (options: AppCoreOptions) => Promise<AppCore>;
  /** @param dataFolder the app's own folder. */
  readonly createLogger: (dataFolder: string) => Logger;
  readonly startDetached: (command: OpenCommand, onFailure: (code: string) => void) => void;
}

import { homedir, tmpdir } from 'node:os';
import { createAppCore } from '../core/app-core.ts';
import { fileLogger } from '../core/support/file-logger.ts';
import { systemClock } from '../core/support/system-clock.ts';
import type { CommandDeps } from './command-deps.ts';
import { startDetached } from './system-browser.ts';

/** The real ones, of this process. */
export function processDeps(rendererFolder: string): CommandDeps {
  return {
    env: process.env,
    platform: process.platform,
    homeFolder: homedir(),
    temporaryFolder: tmpdir(),
    rendererFolder,
    stdout: process.stdout,
    stderr: process.stderr,
    signals: process,
    clock: systemClock,
    createCore: createAppCore,
    createLogger: fileLogger,
    startDetached,
  };
}

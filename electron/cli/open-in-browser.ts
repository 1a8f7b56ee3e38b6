import type { Logger } from '../core/ports.ts';
import type { CommandDeps } from './command-deps.ts';
import { type OpeningFile, writeOpeningFile } from './opening-file.ts';
import { openCommand } from './system-browser.ts';

/**
 * Opens the one-time address in the system's browser, by way of a file. That it doesn't work is no failure:
 * the address stands in the terminal as well.
 * @returns the file, to be removed when it has done its work; undefined where nothing was opened.
 */
export function openInBrowser(
  url: string,
  title: string,
  logger: Logger,
  { platform, env, temporaryFolder, startDetached }: CommandDeps,
): OpeningFile | undefined {
  // Asked first, so that no file is written where nothing would open it.
  if (openCommand('', platform, env) === undefined) return undefined;
  let file: OpeningFile;
  try {
    file = writeOpeningFile(temporaryFolder, url, title);
  } catch (thrown) {
    logger.warn('opening file not written', { code: (thrown as NodeJS.ErrnoException).code });
    return undefined;
  }
  const command = openCommand(file.path, platform, env);
  if (command !== undefined) startDetached(command, (code) => logger.warn('browser not started', { code }));
  return file;
}

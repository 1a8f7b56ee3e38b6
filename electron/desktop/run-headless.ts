import { processDeps } from '../cli/process-deps.ts';
import { runCli } from '../cli/run.ts';

/**
 * Runs a headless command inside the desktop app's own program, so that a packaged app needs no second one.
 * @param argv the command first
 * @returns the exit code
 */
export function runHeadless(argv: readonly string[], rendererFolder: string): Promise<number> {
  return runCli(argv, processDeps(rendererFolder));
}

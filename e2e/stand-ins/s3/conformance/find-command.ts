import { access, constants, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.ts';

/** A command-line client found on this machine. */
export interface FoundCommand {
  readonly path: string;
  /** The first line of `--version`. */
  readonly version: string;
}

/**
 * Looks a command up on PATH. Of several, the first whose version fits is taken, or else the first that runs: an `aws` of
 * version 1 often stands before the one of version 2.
 */
export async function findCommand(name: string, preferred = /./): Promise<FoundCommand | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  // /bin is often a link to /usr/bin.
  const paths = await Promise.all(
    folders.map((folder) => realpath(join(folder, name)).catch(() => undefined)),
  );
  const probed = await Promise.all([...new Set(paths)].map(probe));
  const found = probed.filter((command) => command !== undefined);
  return found.find((command) => preferred.test(command.version)) ?? found[0];
}

async function probe(path: string | undefined): Promise<FoundCommand | undefined> {
  if (path === undefined) return undefined;
  try {
    await access(path, constants.X_OK);
    const { status, stdout, stderr } = await runCommand(path, ['--version'], { cwd: '/', env: {} });
    const version = (stdout || stderr).split('\n')[0]?.trim();
    return status === 0 && version ? { path, version } : undefined;
  } catch {
    return undefined;
  }
}

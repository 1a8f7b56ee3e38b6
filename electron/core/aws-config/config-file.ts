import { constants, readFile, stat } from 'node:fs/promises';
import type { ConfigProblem } from '../../../shared/contract.ts';
import { ConfigDocument } from './document/config-document.ts';

/** Ten megabytes: far beyond any real config, and small enough to read at once. */
const MOST_BYTES = 10 * 1024 * 1024;

export interface ReadConfigFile {
  readonly path: string;
  readonly exists: boolean;
  readonly document: Pick<ConfigDocument, 'sections' | 'problems'>;
  readonly problems: readonly ConfigProblem[];
}

const EMPTY = ConfigDocument.read(new Uint8Array());

/** Reads and parses one file. Never throws: a file that can't be used is an empty one with a problem. */
export async function readConfigFile(path: string): Promise<ReadConfigFile> {
  const unusable = (reason: ConfigProblem['reason'], subject: string): ReadConfigFile => ({
    path,
    exists: true,
    document: EMPTY,
    problems: [{ path, reason, subject }],
  });
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return unusable('too-large', `${Math.round(size / 1024 / 1024)} MB`);
    const document = ConfigDocument.read(await readFile(path, { flag: constants.O_RDONLY }), path);
    return {
      path,
      exists: true,
      document,
      problems: document.problems.map((problem) => ({ path, ...problem })),
    };
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOENT') return { path, exists: false, document: EMPTY, problems: [] };
    return unusable('unreadable', code);
  }
}

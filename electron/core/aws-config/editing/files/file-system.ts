import { readFileSync, renameSync, unlinkSync } from 'node:fs';
import {
  access,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';

/** What the editor needs from Node's file system; tests put failures in its place. */
export interface FileSystem {
  readonly access: typeof access;
  readonly mkdir: typeof mkdir;
  readonly open: typeof open;
  readonly readdir: (path: string) => Promise<string[]>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readlink: (path: string) => Promise<string>;
  readonly realpath: (path: string) => Promise<string>;
  readonly stat: typeof stat;
  readonly unlink: typeof unlink;
  /** The last look and what follows it are synchronous: the time in between is as short as it can be. */
  readonly readFileSync: (path: string) => Uint8Array;
  readonly renameSync: (from: string, to: string) => void;
  readonly unlinkSync: (path: string) => void;
  readonly writeFile: typeof writeFile;
}

export const nodeFileSystem: FileSystem = {
  access,
  mkdir,
  open,
  readdir: (path) => readdir(path),
  readFile: (path) => readFile(path),
  readlink: (path) => readlink(path),
  realpath: (path) => realpath(path),
  stat,
  unlink,
  readFileSync: (path) => readFileSync(path),
  renameSync,
  unlinkSync,
  writeFile,
};

export function errorCode(thrown: unknown): string | undefined {
  return (thrown as NodeJS.ErrnoException | undefined)?.code;
}

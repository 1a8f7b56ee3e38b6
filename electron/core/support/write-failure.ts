import { failure } from '../app-failure.ts';

const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EISDIR', 'ENOTDIR', 'ERR_FS_EISDIR']);

/** Explains why a file couldn't be written or removed; passes on what it doesn't know. */
export function writeFailure(path: string, thrown: unknown): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return failure('disk.full', { path }, code, thrown);
  if (code !== undefined && REFUSED.has(code)) return failure('disk.refused', { path }, code, thrown);
  return thrown;
}

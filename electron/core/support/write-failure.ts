import { failure } from '../app-failure.ts';

/** Explains why a file couldn't be written; passes on what it doesn't know. */
export function writeFailure(path: string, thrown: unknown): unknown {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return failure('disk.full', { path }, code, thrown);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return failure('disk.refused', { path }, code, thrown);
  }
  return thrown;
}

import { AppFailure, failure } from '../../../app-failure.ts';
import { errorCode } from './file-system.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const REFUSED = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EISDIR',
  'ENOTDIR',
  'EBUSY',
  'ETXTBSY',
  'ENOENT',
  'ELOOP',
  'ENAMETOOLONG',
  'EEXIST',
]);

/** Explains why a config file couldn't be written: `disk.full` or `config.not-writable`; passes on what it doesn't know. */
export function configWriteFailure(path: string, thrown: unknown): unknown {
  if (thrown instanceof AppFailure) return thrown;
  const code = errorCode(thrown);
  if (code === undefined) return thrown;
  if (FULL.has(code)) return failure('disk.full', { path }, code, thrown);
  return REFUSED.has(code) ? failure('config.not-writable', { path }, code, thrown) : thrown;
}

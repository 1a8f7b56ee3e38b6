import { accessDenied, malformedXml } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { childText, parseXml } from '../http/xml-reader.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation, type OperationContext } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { S3Error } from '../s3-error.ts';
import type { Retention } from '../store/object-lock.ts';
import { changeObject } from '../store/stored-bucket.ts';
import { addressedObject } from './addressed-object.ts';
import { isoTime } from './iso-time.ts';
import { checkHasLock, readRetention } from './lock-headers.ts';

const getObjectRetention: Operation = {
  name: 'GetObjectRetention',
  action: 's3:GetObjectRetention',
  versionAction: 's3:GetObjectRetention',
  run(context) {
    const { retention } = lockableObject(context);
    if (retention === undefined) throw noLock();
    const until = leaf('RetainUntilDate', isoTime(retention.until));
    return xmlAnswer(xmlDocument('Retention', leaf('Mode', retention.mode), until));
  },
};

const putObjectRetention: Operation = {
  name: 'PutObjectRetention',
  action: 's3:PutObjectRetention',
  versionAction: 's3:PutObjectRetention',
  run(context) {
    const object = lockableObject(context);
    const root = readBody(context, 'Retention');
    const retention = readRetention(childText(root, 'Mode'), childText(root, 'RetainUntilDate'), context.now);
    if (loosens(object.retention, retention, context)) throw lockedObject();
    changeObject(addressedBucket(context), object, { retention });
    return { status: 200 };
  },
};

const getObjectLegalHold: Operation = {
  name: 'GetObjectLegalHold',
  action: 's3:GetObjectLegalHold',
  versionAction: 's3:GetObjectLegalHold',
  run(context) {
    const { legalHold } = lockableObject(context);
    if (legalHold === undefined) throw noLock();
    return xmlAnswer(xmlDocument('LegalHold', leaf('Status', legalHold ? 'ON' : 'OFF')));
  },
};

const putObjectLegalHold: Operation = {
  name: 'PutObjectLegalHold',
  action: 's3:PutObjectLegalHold',
  versionAction: 's3:PutObjectLegalHold',
  run(context) {
    const object = lockableObject(context);
    const status = childText(readBody(context, 'LegalHold'), 'Status');
    if (status !== 'ON' && status !== 'OFF') throw malformedXml();
    changeObject(addressedBucket(context), object, { legalHold: status === 'ON' });
    return { status: 200 };
  },
};

export const LOCK_ROUTES: Readonly<Record<string, Operation>> = {
  'GET object retention': getObjectRetention,
  'PUT object retention': putObjectRetention,
  'GET object legal-hold': getObjectLegalHold,
  'PUT object legal-hold': putObjectLegalHold,
};

/** What deleting a locked version gets. */
export function lockedObject(): S3Error {
  return accessDenied('Access Denied because object protected by object lock.');
}

/** Whether the request bypasses GOVERNANCE, which takes a permission. @throws S3Error AccessDenied */
export function bypassesGovernance(context: OperationContext, key = context.request.key): boolean {
  if (context.request.header('x-amz-bypass-governance-retention')?.toLowerCase() !== 'true') return false;
  context.authorize('s3:BypassGovernanceRetention', addressedBucket(context), key);
  return true;
}

/** A retention in force may be made stricter by anybody, looser only by who bypasses it. */
function loosens(current: Retention | undefined, wanted: Retention, context: OperationContext): boolean {
  if (current === undefined || current.until <= context.now) return false;
  const isStricter =
    wanted.until >= current.until && (wanted.mode === current.mode || wanted.mode === 'COMPLIANCE');
  return !isStricter && (current.mode === 'COMPLIANCE' || !bypassesGovernance(context));
}

function lockableObject(context: OperationContext) {
  checkHasLock(addressedBucket(context));
  return addressedObject(context);
}

function readBody(context: OperationContext, root: string) {
  verifyDigests(context.request, context.payload);
  const read = parseXml(context.payload.bytes.toString('utf8'));
  if (read.name !== root) throw malformedXml();
  return read;
}

function noLock(): S3Error {
  const message = 'The specified object does not have a ObjectLock configuration';
  return new S3Error('NoSuchObjectLockConfiguration', 404, message);
}

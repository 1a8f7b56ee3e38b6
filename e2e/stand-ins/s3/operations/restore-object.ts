import { invalidArgument, malformedXml } from '../errors.ts';
import { childText, parseXml, type XmlElement } from '../http/xml-reader.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { S3Error } from '../s3-error.ts';
import { ARCHIVE_CLASSES } from '../store/object-record.ts';
import { restoreState } from '../store/restore.ts';
import { changeObject, versionHeader } from '../store/stored-bucket.ts';
import { addressedObject } from './addressed-object.ts';

const DAY_MS = 86_400_000;

/**
 * Asks for a copy of an archived object, which is there after `knobs.restoreMs`, whatever the tier. (S3 API reference,
 * RestoreObject: 202 for a new copy, 200 for one that is kept longer.)
 */
export const restoreObject: Operation = {
  name: 'RestoreObject',
  action: 's3:RestoreObject',
  versionAction: 's3:RestoreObject',
  run(context) {
    const { payload, request, knobs, now } = context;
    const bucket = addressedBucket(context);
    const object = addressedObject(context);
    verifyDigests(request, payload);
    const days = readDays(parseXml(payload.bytes.toString('utf8')), object.storageClass);
    if (!ARCHIVE_CLASSES.has(object.storageClass)) {
      throw new S3Error(
        'InvalidObjectState',
        403,
        "Restore is not allowed for the object's current storage class",
        { StorageClass: object.storageClass },
      );
    }
    const state = restoreState(object, now);
    if (state === 'ongoing') {
      throw new S3Error('RestoreAlreadyInProgress', 409, 'Object restore is already in progress');
    }
    const readyAt = state === 'restored' ? now : now + knobs.restoreMs;
    // S3 rounds up to the next midnight, UTC.
    const expiresAt = Math.ceil((readyAt + days * DAY_MS) / DAY_MS) * DAY_MS;
    changeObject(bucket, object, { restore: { readyAt, expiresAt } });
    return { status: state === 'restored' ? 200 : 202, headers: versionHeader(bucket, object) };
  },
};

function readDays(root: XmlElement, storageClass: string): number {
  const days = Number(childText(root, 'Days'));
  if (root.name !== 'RestoreRequest' || !Number.isInteger(days) || days < 1) throw malformedXml();
  const parameters = root.children.find(({ name }) => name === 'GlacierJobParameters');
  const tier = (parameters && childText(parameters, 'Tier')) ?? 'Standard';
  if (!['Standard', 'Bulk', 'Expedited'].includes(tier)) throw malformedXml();
  if (tier === 'Expedited' && storageClass === 'DEEP_ARCHIVE') {
    throw invalidArgument('Retrieval option is not supported by this storage class', 'Tier', tier);
  }
  return days;
}

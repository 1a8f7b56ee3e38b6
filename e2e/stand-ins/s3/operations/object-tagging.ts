import { xmlAnswer } from '../http/s3-answer.ts';
import { parseXml } from '../http/xml-reader.ts';
import { xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation, type OperationContext } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import type { ObjectRecord } from '../store/object-record.ts';
import { changeObject, versionHeader } from '../store/stored-bucket.ts';
import { MOST_OBJECT_TAGS, readTags, type Tag, tagSetXml } from '../store/tag.ts';
import { addressedObject } from './addressed-object.ts';

const getObjectTagging: Operation = {
  name: 'GetObjectTagging',
  action: 's3:GetObjectTagging',
  versionAction: 's3:GetObjectVersionTagging',
  run(context) {
    const object = addressedObject(context);
    return xmlAnswer(xmlDocument('Tagging', tagSetXml(object.tags ?? [])), versionOf(context, object));
  },
};

const putObjectTagging: Operation = {
  name: 'PutObjectTagging',
  action: 's3:PutObjectTagging',
  versionAction: 's3:PutObjectVersionTagging',
  run(context) {
    const object = addressedObject(context);
    verifyDigests(context.request, context.payload);
    const tags = readTags(parseXml(context.payload.bytes.toString('utf8')), MOST_OBJECT_TAGS);
    changeTags(context, object, tags);
    return { status: 200, headers: versionOf(context, object) };
  },
};

const deleteObjectTagging: Operation = {
  name: 'DeleteObjectTagging',
  action: 's3:DeleteObjectTagging',
  versionAction: 's3:DeleteObjectVersionTagging',
  run(context) {
    const object = addressedObject(context);
    changeTags(context, object, []);
    return { status: 204, headers: versionOf(context, object) };
  },
};

/** The tags of an object's current version, or of the one that `versionId` names. */
export const TAGGING_ROUTES: Readonly<Record<string, Operation>> = {
  'GET object tagging': getObjectTagging,
  'PUT object tagging': putObjectTagging,
  'DELETE object tagging': deleteObjectTagging,
};

/** Tags can change without a new version, and without a new date. */
function changeTags(context: OperationContext, object: ObjectRecord, tags: readonly Tag[]): void {
  changeObject(addressedBucket(context), object, { tags });
}

function versionOf(context: OperationContext, object: ObjectRecord): Record<string, string> {
  return versionHeader(addressedBucket(context), object);
}

import type { Operation } from '../operation.ts';
import { S3Error } from '../s3-error.ts';
import { isArchived } from '../store/restore.ts';
import { addressedObject } from './addressed-object.ts';
import { objectAnswer } from './object-answer.ts';

export const getObject: Operation = {
  name: 'GetObject',
  action: 's3:GetObject',
  versionAction: 's3:GetObjectVersion',
  run(context) {
    const object = addressedObject(context);
    if (isArchived(object, context.now)) {
      throw new S3Error(
        'InvalidObjectState',
        403,
        "The operation is not valid for the object's storage class",
        { StorageClass: object.storageClass },
      );
    }
    return objectAnswer(context, object);
  },
};

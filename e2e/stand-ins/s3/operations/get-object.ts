import type { Operation } from '../operation.ts';
import { S3Error } from '../s3-error.ts';
import { ARCHIVE_CLASSES } from '../store/object-record.ts';
import { addressedObject, objectAnswer } from './object-answer.ts';

export const getObject: Operation = {
  name: 'GetObject',
  action: 's3:GetObject',
  run(context) {
    const object = addressedObject(context);
    if (ARCHIVE_CLASSES.has(object.storageClass)) {
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

import { addressedBucket, type Operation } from '../operation.ts';

/** Deleting what isn't there succeeds too. */
export const deleteObject: Operation = {
  name: 'DeleteObject',
  action: 's3:DeleteObject',
  run(context) {
    addressedBucket(context).objects.delete(context.request.key);
    return { status: 204 };
  },
};

import type { Operation } from '../operation.ts';
import { deleteOne } from './delete-one.ts';

/** (S3 API reference, DeleteObject.) */
export const deleteObject: Operation = {
  name: 'DeleteObject',
  action: 's3:DeleteObject',
  versionAction: 's3:DeleteObjectVersion',
  run(context) {
    const { key, query } = context.request;
    const { versionId, isDeleteMarker } = deleteOne(context, key, query.get('versionId'));
    return {
      status: 204,
      headers: {
        ...(versionId !== undefined && { 'x-amz-version-id': versionId }),
        ...(isDeleteMarker && { 'x-amz-delete-marker': 'true' }),
      },
    };
  },
};

import { notImplemented } from './errors.ts';
import type { S3Request } from './http/s3-request.ts';
import type { Operation } from './operation.ts';
import { abortMultipartUpload } from './operations/abort-multipart-upload.ts';
import { completeMultipartUpload } from './operations/complete-multipart-upload.ts';
import { copyObject } from './operations/copy-object.ts';
import { createBucket } from './operations/create-bucket.ts';
import { createMultipartUpload } from './operations/create-multipart-upload.ts';
import { deleteBucket } from './operations/delete-bucket.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteObjects } from './operations/delete-objects.ts';
import { getBucketVersioning, putBucketVersioning } from './operations/bucket-versioning.ts';
import { getBucketLocation } from './operations/get-bucket-location.ts';
import { getObjectAttributes } from './operations/get-object-attributes.ts';
import { getObject } from './operations/get-object.ts';
import { headBucket } from './operations/head-bucket.ts';
import { headObject } from './operations/head-object.ts';
import { listBuckets } from './operations/list-buckets.ts';
import { listMultipartUploads } from './operations/list-multipart-uploads.ts';
import { listObjectVersions } from './operations/list-object-versions.ts';
import { listObjectsV2 } from './operations/list-objects-v2.ts';
import { listObjects } from './operations/list-objects.ts';
import { listParts } from './operations/list-parts.ts';
import { LOCK_ROUTES } from './operations/object-locking.ts';
import { TAGGING_ROUTES } from './operations/object-tagging.ts';
import { putObject } from './operations/put-object.ts';
import { restoreObject } from './operations/restore-object.ts';
import { uploadPart } from './operations/upload-part.ts';
import { S3Error } from './s3-error.ts';
import { ACL_ROUTES } from './settings/access-control.ts';
import { POLICY_ROUTES } from './settings/bucket-policy.ts';
import { SETTING_ROUTES } from './settings/bucket-settings.ts';

/**
 * By method, what is addressed, and the parameter that picks a sub-resource. A new operation is a new line here.
 * `list-type=2` is the one parameter whose value matters.
 */
const ROUTES: Readonly<Record<string, Operation>> = {
  'GET service': listBuckets,
  'HEAD bucket': headBucket,
  'GET bucket': listObjects,
  'GET bucket list-type': listObjectsV2,
  'GET bucket location': getBucketLocation,
  'GET bucket versions': listObjectVersions,
  'GET bucket versioning': getBucketVersioning,
  'PUT bucket versioning': putBucketVersioning,
  'GET bucket uploads': listMultipartUploads,
  'PUT bucket': createBucket,
  'DELETE bucket': deleteBucket,
  'POST bucket delete': deleteObjects,
  'HEAD object': headObject,
  'GET object': getObject,
  'GET object attributes': getObjectAttributes,
  'GET object uploadId': listParts,
  'PUT object': putObject,
  'PUT object x-amz-copy-source': copyObject,
  'PUT object uploadId': uploadPart,
  'POST object uploads': createMultipartUpload,
  'POST object restore': restoreObject,
  'POST object uploadId': completeMultipartUpload,
  ...TAGGING_ROUTES,
  ...LOCK_ROUTES,
  ...ACL_ROUTES,
  ...POLICY_ROUTES,
  ...SETTING_ROUTES,
  'DELETE object': deleteObject,
  'DELETE object uploadId': abortMultipartUpload,
};

/** Parameters that make a request mean something else; what isn't routed above is refused, never taken for the plain operation. */
const SUB_RESOURCES = (
  'list-type location uploads uploadId delete accelerate acl analytics attributes cors encryption intelligent-tiering ' +
  'inventory legal-hold lifecycle logging metadataConfiguration metadataTable metrics notification object-lock ' +
  'ownershipControls policy policyStatus publicAccessBlock replication requestPayment restore retention select session ' +
  'tagging torrent versioning versions website abac renameObject'
).split(' ');

/** What a request addresses. */
export type AddressedLevel = 'service' | 'bucket' | 'object';

export function addressedLevel(request: S3Request): AddressedLevel {
  if (request.bucket === '') return 'service';
  return request.key === '' ? 'bucket' : 'object';
}

/** @throws S3Error NotImplemented, MethodNotAllowed */
export function route(request: S3Request): Operation {
  const level = addressedLevel(request);
  const selectors = SUB_RESOURCES.filter((name) => request.query.has(name));
  if (request.method === 'PUT' && level === 'object' && request.header('x-amz-copy-source') !== undefined) {
    selectors.push('x-amz-copy-source');
  }
  const operation = ROUTES[[request.method, level, ...selectors].join(' ')];
  const isVersion = request.query.has('versionId');
  if (operation !== undefined && (!isVersion || operation.versionAction !== undefined)) return operation;
  if (isVersion) selectors.push('versionId');
  if (selectors.length > 0) throw notImplemented({ Resource: selectors.join(', ') });
  throw new S3Error('MethodNotAllowed', 405, 'The specified method is not allowed against this resource.', {
    Method: request.method,
    ResourceType: level.toUpperCase(),
  });
}

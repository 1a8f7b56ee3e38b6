import { canonicalUserId } from '../auth/caller.ts';
import { type S3Answer, xmlAnswer } from '../http/s3-answer.ts';
import { branch, leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation } from '../operation.ts';
import { addressedObject } from '../operations/addressed-object.ts';
import { S3Error } from '../s3-error.ts';
import { type StoredBucket, versionHeader } from '../store/stored-bucket.ts';

/** Nobody but the owner is granted anything: ACLs are disabled, as on every bucket that was made since 2023. */
const getBucketAcl: Operation = {
  name: 'GetBucketAcl',
  action: 's3:GetBucketAcl',
  run: (context) => ownersAcl(addressedBucket(context)),
};

const getObjectAcl: Operation = {
  name: 'GetObjectAcl',
  action: 's3:GetObjectAcl',
  versionAction: 's3:GetObjectVersionAcl',
  run(context) {
    const bucket = addressedBucket(context);
    return ownersAcl(bucket, versionHeader(bucket, addressedObject(context)));
  },
};

function refusingAcl(name: string, action: string): Operation {
  return {
    name,
    action,
    run() {
      throw new S3Error('AccessControlListNotSupported', 400, 'The bucket does not allow ACLs');
    },
  };
}

export const ACL_ROUTES: Readonly<Record<string, Operation>> = {
  'GET bucket acl': getBucketAcl,
  'PUT bucket acl': refusingAcl('PutBucketAcl', 's3:PutBucketAcl'),
  'GET object acl': getObjectAcl,
  'PUT object acl': refusingAcl('PutObjectAcl', 's3:PutObjectAcl'),
};

function ownersAcl(bucket: StoredBucket, headers: Record<string, string> = {}): S3Answer {
  const id = leaf('ID', canonicalUserId(bucket.accountId));
  const grantee =
    '<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">' +
    `${id}</Grantee>`;
  const grant = branch('Grant', grantee, leaf('Permission', 'FULL_CONTROL'));
  return xmlAnswer(
    xmlDocument('AccessControlPolicy', branch('Owner', id), branch('AccessControlList', grant)),
    headers,
  );
}

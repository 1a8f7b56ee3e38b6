import { accessDenied } from '../errors.ts';
import { xmlAnswer } from '../http/s3-answer.ts';
import { leaf, xmlDocument } from '../http/xml-writer.ts';
import { addressedBucket, type Operation, type OperationContext } from '../operation.ts';
import { verifyDigests } from '../payload/verify-digests.ts';
import { S3Error } from '../s3-error.ts';
import { settingText } from '../store/bucket-settings.ts';
import { storedContent } from '../store/content.ts';

/** A policy is kept as its text and looked into only for who may read the bucket; it lets nobody in and keeps nobody out. */
const getBucketPolicy: Operation = {
  name: 'GetBucketPolicy',
  action: 's3:GetBucketPolicy',
  run(context) {
    const bytes = Buffer.from(policyOf(context));
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { content: storedContent(bytes), start: 0, end: bytes.length },
    };
  },
};

const putBucketPolicy: Operation = {
  name: 'PutBucketPolicy',
  action: 's3:PutBucketPolicy',
  run(context) {
    verifyDigests(context.request, context.payload);
    const bucket = addressedBucket(context);
    const policy = context.payload.bytes.toString('utf8');
    const isBlocked = settingText(bucket.settings, 'publicAccessBlock', 'BlockPublicPolicy') === 'true';
    if (isPublic(policy) && isBlocked) {
      throw accessDenied(
        'Access Denied because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
      );
    }
    bucket.policy = policy;
    return { status: 204 };
  },
};

const deleteBucketPolicy: Operation = {
  name: 'DeleteBucketPolicy',
  action: 's3:DeleteBucketPolicy',
  run(context) {
    delete addressedBucket(context).policy;
    return { status: 204 };
  },
};

const getBucketPolicyStatus: Operation = {
  name: 'GetBucketPolicyStatus',
  action: 's3:GetBucketPolicyStatus',
  run(context) {
    return xmlAnswer(xmlDocument('PolicyStatus', leaf('IsPublic', isPublic(policyOf(context)))));
  },
};

export const POLICY_ROUTES: Readonly<Record<string, Operation>> = {
  'GET bucket policy': getBucketPolicy,
  'PUT bucket policy': putBucketPolicy,
  'DELETE bucket policy': deleteBucketPolicy,
  'GET bucket policyStatus': getBucketPolicyStatus,
};

/** @throws S3Error NoSuchBucketPolicy */
function policyOf(context: OperationContext): string {
  const { policy, name } = addressedBucket(context);
  if (policy !== undefined) return policy;
  throw new S3Error('NoSuchBucketPolicy', 404, 'The bucket policy does not exist', { BucketName: name });
}

/**
 * Whether a policy allows something to everybody without a condition. (S3 user guide, "The meaning of public", without its
 * finer points.)
 * @throws S3Error MalformedPolicy
 */
function isPublic(policy: string): boolean {
  const { Statement } = readPolicy(policy);
  return [Statement].flat().some((statement) => {
    const { Effect, Principal, Condition } = statement as Record<string, unknown>;
    const everyone =
      typeof Principal === 'object' && Principal !== null ? Object.values(Principal) : [Principal];
    return Effect === 'Allow' && Condition === undefined && everyone.flat().includes('*');
  });
}

function readPolicy(policy: string): { Statement: unknown } {
  let read: unknown;
  try {
    read = JSON.parse(policy);
  } catch {
    throw malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
  }
  const { Statement } = read as { Statement?: unknown };
  const isStatement = (each: unknown) => typeof each === 'object' && each !== null;
  if (Statement !== undefined && [Statement].flat().every(isStatement)) return { Statement };
  throw malformedPolicy('Missing required field Statement');
}

function malformedPolicy(message: string): S3Error {
  return new S3Error('MalformedPolicy', 400, message);
}

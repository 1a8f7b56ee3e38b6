import { S3Error } from './s3-error.ts';

/** The errors that more than one file raises. Each returns the error; the caller throws it. */

export function noSuchBucket(bucket: string): S3Error {
  return new S3Error('NoSuchBucket', 404, 'The specified bucket does not exist', { BucketName: bucket });
}

export function noSuchKey(key: string, headers: Record<string, string> = {}): S3Error {
  return new S3Error('NoSuchKey', 404, 'The specified key does not exist.', { Key: key }, headers);
}

export function noSuchUpload(uploadId: string): S3Error {
  return new S3Error(
    'NoSuchUpload',
    404,
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { UploadId: uploadId },
  );
}

export function accessDenied(message = 'Access Denied', details: Record<string, string> = {}): S3Error {
  return new S3Error('AccessDenied', 403, message, details);
}

export function invalidArgument(message: string, name: string, value: string): S3Error {
  return new S3Error('InvalidArgument', 400, message, { ArgumentName: name, ArgumentValue: value });
}

export function invalidRequest(message: string): S3Error {
  return new S3Error('InvalidRequest', 400, message);
}

export function malformedXml(): S3Error {
  return new S3Error(
    'MalformedXML',
    400,
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

export function preconditionFailed(condition: string): S3Error {
  return new S3Error(
    'PreconditionFailed',
    412,
    'At least one of the pre-conditions you specified did not hold',
    {
      Condition: condition,
    },
  );
}

/** What S3 says to a header or sub-resource it doesn't serve; here also to those the stand-in doesn't. */
export function notImplemented(details: Record<string, string> = {}): S3Error {
  return new S3Error(
    'NotImplemented',
    501,
    'A header you provided implies functionality that is not implemented',
    details,
  );
}

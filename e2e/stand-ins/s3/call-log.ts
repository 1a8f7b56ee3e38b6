import type { S3Request } from './http/s3-request.ts';

/** One request as the stand-in saw it. Holds no signature and no token. */
export interface S3Call {
  /** Arrival, epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** The operation's API name; absent for what is none. */
  operation?: string;
  readonly bucket: string;
  readonly key: string;
  /** The query without what belongs to the signature. */
  readonly query: Readonly<Record<string, string>>;
  readonly range?: string;
  readonly userAgent?: string;
  /** Of the caller, once the signature proved right. */
  accessKeyId?: string;
  accountId?: string;
  roleName?: string;
  /** The region the request was signed for. */
  region?: string;
  /** Of the answer; absent while there is none, or when the connection was cut instead. */
  status?: number;
  /** The error's code. */
  code?: string;
}

/** Parameters of signature versions 4 and 2. */
const OF_SIGNATURE = /^(x-amz-|signature$|awsaccesskeyid$)/i;

export function newCall(request: S3Request, at: number): S3Call {
  const range = request.header('range');
  const userAgent = request.header('user-agent');
  return {
    at,
    method: request.method,
    bucket: request.bucket,
    key: request.key,
    query: Object.fromEntries(request.query.entries.filter(([name]) => !OF_SIGNATURE.test(name))),
    ...(range !== undefined && { range }),
    ...(userAgent !== undefined && { userAgent }),
  };
}

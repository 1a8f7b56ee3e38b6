import { createHash } from 'node:crypto';

/** Who signed a request. */
export interface Caller {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly roleName: string;
}

/**
 * The caller's ARN as error texts name it. A permission set `X` becomes the role `AWSReservedSSO_X_` and 16 hex digits in the
 * account, and the session has the person's name. (IAM Identity Center user guide, "Referencing permission sets in resource policies".)
 */
export function principalArn(caller: Caller, userName: string): string {
  if (caller.roleName === '') return `arn:aws:iam::${caller.accountId}:user/${userName}`;
  const suffix = createHash('sha256')
    .update(`${caller.accountId}/${caller.roleName}`)
    .digest('hex')
    .slice(0, 16);
  return `arn:aws:sts::${caller.accountId}:assumed-role/AWSReservedSSO_${caller.roleName}_${suffix}/${userName}`;
}

/** The 64 hex digits by which S3 names an account in `<Owner>`. */
export function canonicalUserId(accountId: string): string {
  return createHash('sha256').update(`canonical user ${accountId}`).digest('hex');
}

import { type Caller, principalArn } from './auth/caller.ts';
import { accessDenied } from './errors.ts';
import type { S3Error } from './s3-error.ts';
import type { StoredBucket } from './store/stored-bucket.ts';

/** Something that a role may not do. What is left out means "any". */
export interface Denial {
  readonly accountId?: string;
  readonly roleName?: string;
  /** An IAM action: `s3:ListAllMyBuckets`, `s3:ListBucket`, `s3:GetObject`, … */
  readonly action: string;
  readonly bucket?: string;
}

/** What a request wants to do. */
export interface WantedAction {
  readonly caller: Caller;
  readonly action: string;
  /** The bucket, or its name where there is none yet; absent for the account as a whole. */
  readonly bucket?: StoredBucket | string | undefined;
  readonly key?: string | undefined;
}

/**
 * Who may do what. Everybody may do everything in their own account and nothing in another, until denied; a bucket that
 * is shared may be listed and read besides.
 */
export class Denials {
  readonly #rules = new Set<Denial>();
  readonly #userName: string;

  /** @param userName the person whose name the error texts show */
  constructor(userName: string) {
    this.#userName = userName;
  }

  /** @returns a function that allows it again. */
  add(rule: Denial): () => void {
    this.#rules.add(rule);
    return () => void this.#rules.delete(rule);
  }

  /** @returns the error to answer with, or `undefined` where the action is allowed. */
  check(wanted: WantedAction): S3Error | undefined {
    const { bucket, caller } = wanted;
    if (typeof bucket === 'object' && bucket.accountId !== caller.accountId && !isShared(bucket, wanted)) {
      return accessDenied(this.#message(wanted, 'no resource-based policy allows'));
    }
    const name = typeof bucket === 'object' ? bucket.name : bucket;
    const denied = [...this.#rules].some(
      (rule) =>
        rule.action === wanted.action &&
        (rule.accountId ?? caller.accountId) === caller.accountId &&
        (rule.roleName ?? caller.roleName) === caller.roleName &&
        (rule.bucket ?? name) === name,
    );
    return denied ? accessDenied(this.#message(wanted, 'no identity-based policy allows')) : undefined;
  }

  /** (S3 user guide, "Access denied message examples".) */
  #message({ caller, action, bucket, key }: WantedAction, reason: string): string {
    const name = typeof bucket === 'object' ? bucket.name : bucket;
    const resource = name === undefined ? '' : ` on resource: "arn:aws:s3:::${name}${key ? `/${key}` : ''}"`;
    const who = principalArn(caller, this.#userName);
    return `User: ${who} is not authorized to perform: ${action}${resource} because ${reason} the ${action} action`;
  }
}

/** What a bucket policy for reading grants another account. */
const READING =
  /^s3:(ListBucket(Versions)?|GetBucketLocation|Get(Object|ObjectVersion)(Tagging|Attributes)?)$/;

function isShared(bucket: StoredBucket, { caller, action }: WantedAction): boolean {
  return bucket.sharedWith.has(caller.accountId) && READING.test(action);
}

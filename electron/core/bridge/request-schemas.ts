import { z } from 'zod';
import type { RequestName, RequestParams } from '../../../shared/contract.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';

/**
 * What a page may ask for, checked on our side of the bridge before anything else sees it. A request
 * without a schema, or a schema of another shape than the contract's, does not compile.
 */
type RequestSchemas = { readonly [Name in RequestName]: z.ZodType<RequestParams<Name>> };

const nothing = z.strictObject({});
// Longest sensible values: a page can't make us carry megabytes in a name.
const sessionId = z.string().min(1).max(2048);
const accountId = z.string().regex(/^\d{12}$/);
const token = z.string().min(1).max(8192).optional();
export const roleTargetSchema: z.ZodType<RoleTarget> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('profile'), profile: z.string().min(1).max(1024) }),
  z.strictObject({
    kind: z.literal('role'),
    sessionId,
    accountId,
    roleName: z.string().min(1).max(64),
  }),
]);

export const requestSchemas: RequestSchemas = {
  'app.info': nothing,
  'settings.update': z.strictObject({
    language: z.enum(['system', 'en', 'ja']).optional(),
    lastTarget: roleTargetSchema.optional(),
  }),
  'sign-in.start': z.strictObject({ sessionId }),
  'sign-in.cancel': z.strictObject({ sessionId }),
  'sign-in.open-page': z.strictObject({ sessionId }),
  'sign-out': z.strictObject({ sessionId: sessionId.optional() }),
  'portal.accounts': z.strictObject({ sessionId, nextToken: token }),
  'portal.roles': z.strictObject({ sessionId, accountId, nextToken: token }),
  'buckets.page': z.strictObject({ target: roleTargetSchema, continuationToken: token }),
  'bucket.open': z.strictObject({ target: roleTargetSchema, bucket: z.string().min(1).max(2048) }),
  'clipboard.write': z.strictObject({ text: z.string().max(8_000_000) }),
};

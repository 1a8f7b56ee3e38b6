import { z } from 'zod';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type {
  ConfigChange,
  KeyChanges,
  NewProfile,
  SsoSessionFields,
} from '../../../shared/config-change.ts';
import type { RequestName, RequestParams } from '../../../shared/contract.ts';
import type { DeletionSpec } from '../../../shared/deletion.ts';
import type { ListingSpec, ListingView, SelectionChange } from '../../../shared/listing.ts';
import type { Bookmark, Place, PlacesChange, RememberedBucket } from '../../../shared/places.ts';
import { PROFILE_COLOURS } from '../../../shared/profile-mark.ts';
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
// A continuation token may carry a key of 1,024 bytes, encoded.
const token = z.string().min(1).max(16_384).optional();
export const roleTargetSchema: z.ZodType<RoleTarget> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('profile'), profile: z.string().min(1).max(1024) }),
  z.strictObject({
    kind: z.literal('role'),
    sessionId,
    accountId,
    roleName: z.string().min(1).max(64),
  }),
]);

const bucket = z.string().min(1).max(2048);
// A key has at most 1,024 bytes (S3 user guide); a prefix or a typed text may be longer than any key.
const key = z.string().min(1).max(4096);
const prefix = z.string().max(4096);
const versionId = z.string().min(1).max(1024);
const id = z.uuid();
const index = z.int().min(0).max(0xffff_ffff);
const time = z.number().finite();
const bytes = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

const addressSchema: z.ZodType<BucketAddress> = z.strictObject({
  target: roleTargetSchema,
  bucket,
  requesterPays: z.boolean().optional(),
});

const listingSpec: z.ZodType<ListingSpec> = z.strictObject({
  at: addressSchema,
  prefix,
  kind: z.enum(['folder', 'search', 'measure']),
  criteria: z
    .strictObject({
      name: z.string().max(1024).optional(),
      minSize: bytes.optional(),
      maxSize: bytes.optional(),
      modifiedFrom: time.optional(),
      modifiedTo: time.optional(),
      storageClasses: z.array(z.string().min(1).max(64)).max(32).optional(),
    })
    .optional(),
});

const listingView: z.ZodType<ListingView> = z.strictObject({
  sort: z.strictObject({
    column: z.enum(['name', 'size', 'modified', 'class']),
    direction: z.enum(['ascending', 'descending']),
  }),
  filter: z.string().max(1024),
});

const selectionChange: z.ZodType<SelectionChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('only'), index, id: index.optional() }),
  z.strictObject({ kind: z.literal('toggle'), index, id: index.optional() }),
  z.strictObject({ kind: z.literal('range'), from: index, to: index, add: z.boolean() }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('none') }),
]);

const deletionSpec: z.ZodType<DeletionSpec> = z.strictObject({
  at: addressSchema,
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bucket') }),
    z.strictObject({ kind: z.literal('prefix'), prefix: z.string().min(1).max(4096) }),
    z.strictObject({ kind: z.literal('selection'), listingId: id }),
  ]),
  what: z.enum(['current', 'all-versions']),
});

const placeShape = { target: roleTargetSchema, bucket, prefix, requesterPays: z.boolean().optional() };
export const placeSchema: z.ZodType<Place> = z.strictObject(placeShape);
export const bookmarkSchema: z.ZodType<Bookmark> = z.strictObject({
  ...placeShape,
  label: z.string().max(200),
});
export const rememberedBucketSchema: z.ZodType<RememberedBucket> = z.strictObject({
  target: roleTargetSchema,
  bucket,
  region: z.string().max(64).optional(),
  requesterPays: z.boolean().optional(),
});

const placesChange: z.ZodType<PlacesChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bookmark'), bookmark: bookmarkSchema }),
  z.strictObject({ kind: z.literal('remove-bookmark'), place: placeSchema }),
  z.strictObject({ kind: z.literal('visit'), place: placeSchema }),
  z.strictObject({ kind: z.literal('clear-recents') }),
  z.strictObject({ kind: z.literal('remember-bucket'), bucket: rememberedBucketSchema }),
  z.strictObject({ kind: z.literal('forget-bucket'), target: roleTargetSchema, bucket }),
]);

// Whether a name or value may stand in a config file is for the editor to say, in words.
const configName = z.string().max(1024);
const configValue = z.string().max(65_536);
const ssoSession: z.ZodType<SsoSessionFields> = z.strictObject({
  name: configName,
  startUrl: configValue,
  region: z.string().max(64),
  registrationScopes: z.array(z.string().max(256)).max(64),
});
const newProfile: z.ZodType<NewProfile> = z.strictObject({
  name: configName,
  accountId: accountId.optional(),
  roleName: z.string().min(1).max(64).optional(),
  region: z.string().max(64).optional(),
  output: z.string().max(64).optional(),
});
const keyChanges: z.ZodType<KeyChanges> = z.record(z.string().min(1).max(256), configValue.nullable());
const configChange: z.ZodType<ConfigChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-session'), session: ssoSession }),
  z.strictObject({
    kind: z.literal('add-profiles'),
    through: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('session'), name: configName }),
      z.strictObject({ kind: z.literal('new-session'), session: ssoSession }),
      z.strictObject({ kind: z.literal('legacy'), startUrl: configValue, region: z.string().max(64) }),
    ]),
    profiles: z.array(newProfile).max(5000),
  }),
  z.strictObject({
    kind: z.literal('edit-profile'),
    name: configName,
    newName: configName.optional(),
    set: keyChanges,
  }),
  z.strictObject({
    kind: z.literal('edit-session'),
    name: configName,
    newName: configName.optional(),
    set: keyChanges,
  }),
  z.strictObject({ kind: z.literal('duplicate-profile'), name: configName, copyName: configName }),
  z.strictObject({ kind: z.literal('delete-profiles'), names: z.array(configName).min(1).max(5000) }),
  z.strictObject({ kind: z.literal('delete-session'), name: configName, withProfiles: z.boolean() }),
]);

export const requestSchemas: RequestSchemas = {
  'app.info': nothing,
  'settings.update': z.strictObject({
    language: z.enum(['system', 'en', 'ja']).optional(),
    detailsShare: z.number().min(0).max(100).optional(),
    lastTarget: roleTargetSchema.optional(),
  }),
  'sign-in.start': z.strictObject({ sessionId }),
  'sign-in.cancel': z.strictObject({ sessionId }),
  'sign-in.open-page': z.strictObject({ sessionId }),
  'sign-out': z.strictObject({ sessionId: sessionId.optional() }),
  'portal.accounts': z.strictObject({ sessionId, nextToken: token }),
  'portal.roles': z.strictObject({ sessionId, accountId, nextToken: token }),
  'catalog.keep': z.strictObject({ sessionId, fresh: z.literal(true).optional() }),
  'start-url.check': z.strictObject({ text: z.string().max(4096) }),
  'start-url.find-region': z.strictObject({ startUrl: z.string().min(1).max(2048) }),
  'session.draft': z.strictObject({ session: ssoSession, kind: z.enum(['sso-session', 'legacy']) }),
  'session.drop-draft': z.strictObject({ sessionId }),
  'config.plan': z.strictObject({ change: configChange }),
  'config.apply': z.strictObject({ planId: id }),
  'config.undo': z.strictObject({ changeId: id }),
  'config.section': z.strictObject({ kind: z.enum(['profile', 'session']), name: configName }),
  'mark.set': z.strictObject({
    target: roleTargetSchema,
    starred: z.boolean().optional(),
    colour: z.enum(PROFILE_COLOURS).nullable().optional(),
    production: z.boolean().nullable().optional(),
    used: z.literal(true).optional(),
  }),
  'prompt.answer': z.strictObject({
    promptId: id,
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('code'), code: z.string().min(1).max(64) }),
      z.strictObject({ kind: z.literal('allow') }),
      z.strictObject({ kind: z.literal('refuse') }),
    ]),
  }),
  'buckets.page': z.strictObject({ target: roleTargetSchema, continuationToken: token }),
  'bucket.open': z.strictObject({ target: roleTargetSchema, bucket }),
  'bucket.create': z.strictObject({
    target: roleTargetSchema,
    bucket: z.strictObject({
      name: z.string().min(1).max(255),
      region: z.string().min(1).max(64),
      versioning: z.boolean(),
      blockPublicAccess: z.boolean(),
      objectLock: z.boolean(),
    }),
  }),
  'bucket.delete': z.strictObject({ at: addressSchema, typed: z.string().max(2048) }),
  'bucket.details': z.strictObject({ at: addressSchema }),
  'listing.keep': z.strictObject({ listingId: id, spec: listingSpec }),
  'listing.rows': z.strictObject({
    listingId: id,
    view: listingView,
    from: index,
    count: z.int().min(0).max(1000),
    anchor: index.optional(),
  }),
  'listing.find': z.strictObject({
    listingId: id,
    view: listingView,
    text: z.string().min(1).max(4096),
    match: z.enum(['begins', 'equals']),
    from: index,
  }),
  'listing.select': z.strictObject({ listingId: id, view: listingView, change: selectionChange }),
  'listing.text': z.strictObject({
    listingId: id,
    view: listingView,
    form: z.enum(['uri', 'key', 'arn', 'url', 'ls']),
  }),
  'listing.hasten': z.strictObject({ listingId: id, text: z.string().max(1024) }),
  'listing.stop': z.strictObject({ listingId: id }),
  'listing.resume': z.strictObject({ listingId: id }),
  'listing.refresh': z.strictObject({ listingId: id }),
  'location.complete': z.strictObject({ at: addressSchema, text: prefix }),
  'object.details': z.strictObject({ at: addressSchema, key, versionId: versionId.optional() }),
  'versions.page': z.strictObject({
    at: addressSchema,
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('object'), key }),
      z.strictObject({ kind: z.literal('folder'), prefix }),
    ]),
    next: token,
  }),
  'versions.compare': z.strictObject({ at: addressSchema, key, older: versionId, newer: versionId }),
  'preview.open': z.strictObject({
    at: addressSchema,
    key,
    versionId: versionId.optional(),
    as: z.enum(['text', 'hex']).optional(),
    offset: bytes.optional(),
  }),
  'preview.close': z.strictObject({ source: z.string().min(1).max(1024) }),
  'uploads.page': z.strictObject({ at: addressSchema, prefix, next: token }),
  'upload.parts': z.strictObject({ at: addressSchema, key, uploadId: z.string().min(1).max(4096) }),
  'upload.abort': z.strictObject({ at: addressSchema, key, uploadId: z.string().min(1).max(4096) }),
  'deletion.count': z.strictObject({ deletionId: id, spec: deletionSpec }),
  'deletion.run': z.strictObject({ deletionId: id }),
  'deletion.stop': z.strictObject({ deletionId: id }),
  'deletion.forget': z.strictObject({ deletionId: id }),
  'places.update': placesChange,
  'clipboard.write': z.strictObject({ text: z.string().max(8_000_000) }),
};

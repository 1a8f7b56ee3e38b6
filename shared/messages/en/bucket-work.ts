import type { BucketNameRule } from '../../bucket-name.ts';

/** What is said when a bucket is made or deleted. */
export const bucketWork = {
  cancel: 'Cancel',
  close: 'Close',
  commands: 'The same in a terminal',
  copyCommands: 'commands',
  create: {
    title: 'Create bucket',
    name: 'Bucket name',
    nameHint: 'Unique across all of AWS. 3 to 63 lower-case letters, digits, dots and hyphens.',
    badName: {
      length: 'A name has 3 to 63 characters.',
      characters: 'Only lower-case letters, digits, dots and hyphens are allowed.',
      ends: 'A name begins and ends with a letter or a digit.',
      'adjacent-periods': 'Two dots can’t stand beside each other.',
      'ip-address': 'A name must not look like an IP address.',
      'reserved-prefix': 'Names that begin like this are reserved by AWS.',
      'reserved-suffix': 'Names that end like this are reserved by AWS.',
    } satisfies Record<BucketNameRule, string>,
    region: 'AWS Region',
    regionHint: 'Type to search, or type the code of a region that isn’t listed.',
    badRegion: 'This is not the code of a region.',
    showRegions: 'Show regions',
    versioning: 'Keep versions (bucket versioning)',
    versioningHint:
      'Overwritten and deleted objects can be brought back. Every version is billed. It can be suspended later, but not removed.',
    block: 'Block all public access',
    blockHint: 'Nobody without AWS credentials can read it. Recommended.',
    blockOff:
      'Without the block, a policy or an ACL can make objects of this bucket readable for everyone on the internet. Switch it off only where that is what you want, e.g. for a public website.',
    lock: 'Object lock',
    lockHint:
      'Versions can be protected from deletion for a time. It switches versions on, and can’t be removed again.',
    submit: 'Create bucket',
    running: 'Creating…',
    open: 'Open the bucket',
    nameFirst: 'Type a name to see the commands.',
  },
  remove: {
    title: (p: { bucket: string }) => `Delete ${p.bucket}?`,
    body: 'The bucket and its settings are deleted for good. Anyone may then make a bucket of this name. S3 deletes empty buckets only.',
    type: (p: { bucket: string }) => `To confirm, type the bucket’s name: ${p.bucket}`,
    typeLabel: 'Bucket name',
    submit: 'Delete bucket',
    running: 'Deleting…',
    empty: 'Empty it first…',
  },
};

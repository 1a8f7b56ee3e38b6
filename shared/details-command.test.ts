import { describe, expect, it } from 'vitest';
import {
  abortUploadCommand,
  bucketCommands,
  createBucketCommands,
  deletionCommands,
  folderSizeCommand,
  folderVersionsCommand,
  listFolderCommand,
  objectCommands,
  uploadsCommand,
} from './details-command.ts';

const target = { kind: 'profile', profile: 'prod-ro' } as const;
const at = { target, bucket: 'invoices' };
const NEW = {
  name: 'fresh',
  region: 'eu-west-1',
  versioning: false,
  blockPublicAccess: true,
  objectLock: false,
};

describe('commands of the details', () => {
  it('name the object and the version, quoted where a shell needs it', () => {
    expect(objectCommands(at, "it's here.txt", 'v1')[0]).toBe(
      `aws s3api head-object --bucket invoices --key 'it'\\''s here.txt' --version-id v1 --checksum-mode ENABLED --profile prod-ro`,
    );
    expect(objectCommands(at, 'a').every((command) => !command.includes('--version-id'))).toBe(true);
  });

  it('tie a value that begins with a dash to its option', () => {
    expect(objectCommands(at, '-rf x')[1]).toBe(
      `aws s3api get-object-tagging --bucket invoices --key='-rf x' --profile prod-ro`,
    );
    expect(uploadsCommand(at, '-a/')).toContain(' --prefix=-a/ ');
  });

  it('say who pays for reading, but not where only the owner may ask', () => {
    const paid = { ...at, requesterPays: true };
    expect(folderSizeCommand(paid, '2026/')).toBe(
      'aws s3 ls s3://invoices/2026/ --recursive --summarize --request-payer requester --profile prod-ro',
    );
    const [head, ...settings] = bucketCommands(paid);
    expect(head).toContain('--request-payer requester');
    expect(settings).toHaveLength(14);
    expect(settings.some((command) => command.includes('--request-payer'))).toBe(false);
  });

  it('name the role in a comment where there is no profile', () => {
    const role = {
      kind: 'role',
      sessionId: 'sso-session:acme',
      accountId: '111122223333',
      roleName: 'ReadOnly',
    } as const;
    expect(listFolderCommand({ target: role, bucket: 'invoices' }, 'a b/')).toBe(
      "aws s3 ls 's3://invoices/a b/' # ReadOnly @ 111122223333",
    );
  });

  it('leave an empty prefix out', () => {
    expect(folderVersionsCommand(at, '')).toBe(
      'aws s3api list-object-versions --bucket invoices --delimiter / --profile prod-ro',
    );
    expect(uploadsCommand(at, 'x/')).toBe(
      'aws s3api list-multipart-uploads --bucket invoices --prefix x/ --profile prod-ro',
    );
    expect(abortUploadCommand(at, 'k', 'U==')).toBe(
      'aws s3api abort-multipart-upload --bucket invoices --key k --upload-id U== --profile prod-ro',
    );
  });
});

describe('createBucketCommands', () => {
  it('names the location everywhere but in us-east-1', () => {
    expect(createBucketCommands(target, NEW)[0]).toBe(
      'aws s3api create-bucket --bucket fresh --region eu-west-1 --create-bucket-configuration LocationConstraint=eu-west-1 --profile prod-ro',
    );
    expect(createBucketCommands(target, { ...NEW, region: 'us-east-1' })[0]).toBe(
      'aws s3api create-bucket --bucket fresh --region us-east-1 --profile prod-ro',
    );
  });

  it('sets versions by themselves only without object lock, which brings them', () => {
    const commands = (change: object) => createBucketCommands(target, { ...NEW, ...change }).join('\n');
    expect(commands({ versioning: true })).toContain('put-bucket-versioning');
    expect(commands({ versioning: true, objectLock: true })).not.toContain('put-bucket-versioning');
    expect(commands({ objectLock: true })).toContain('--object-lock-enabled-for-bucket');
  });

  it('takes the block of public access away only where that was chosen', () => {
    expect(createBucketCommands(target, NEW).at(-1)).toContain('RestrictPublicBuckets=true');
    expect(createBucketCommands(target, { ...NEW, blockPublicAccess: false }).at(-1)).toBe(
      'aws s3api delete-public-access-block --bucket fresh --profile prod-ro',
    );
  });
});

describe('deletionCommands', () => {
  it('is aws s3 rm for what is current', () => {
    expect(deletionCommands({ at, scope: { kind: 'prefix', prefix: 'a b/' }, what: 'current' })).toEqual([
      "aws s3 rm 's3://invoices/a b/' --recursive --profile prod-ro",
    ]);
    expect(deletionCommands({ at, scope: { kind: 'bucket' }, what: 'current' })).toEqual([
      'aws s3 rm s3://invoices/ --recursive --profile prod-ro',
    ]);
  });

  it('lists and deletes versions for all versions, and has nothing for a selection', () => {
    const all = deletionCommands({ at, scope: { kind: 'bucket' }, what: 'all-versions' });
    expect(all).toHaveLength(2);
    expect(all[1]).toContain('delete-objects');
    expect(deletionCommands({ at, scope: { kind: 'selection', listingId: 'x' }, what: 'current' })).toEqual(
      [],
    );
  });
});

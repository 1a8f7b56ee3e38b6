import { describe, expect, it } from 'vitest';
import { listObjectsCommand } from './object-command.ts';

const at = { target: { kind: 'profile', profile: 'prod-ro' }, bucket: 'media' } as const;

describe('listObjectsCommand', () => {
  it('is aws s3 ls for a folder, quoted where it has to be', () => {
    expect(listObjectsCommand(at, '')).toBe('aws s3 ls s3://media/ --profile prod-ro');
    expect(listObjectsCommand(at, "it's here/")).toBe(
      `aws s3 ls 's3://media/it'\\''s here/' --profile prod-ro`,
    );
    expect(listObjectsCommand({ ...at, requesterPays: true }, 'a/')).toBe(
      'aws s3 ls s3://media/a/ --request-payer requester --profile prod-ro',
    );
  });

  it('asks for all keys below the prefix where nothing was asked for', () => {
    expect(listObjectsCommand(at, 'a/', {})).toBe(
      'aws s3api list-objects-v2 --bucket media --prefix a/ --profile prod-ro',
    );
  });

  it('puts the criteria of a search into a query', () => {
    const criteria = {
      name: '*.parquet',
      minSize: 1000,
      maxSize: 2000,
      modifiedFrom: Date.UTC(2026, 0, 2),
      storageClasses: ['STANDARD', 'GLACIER'],
    };
    expect(listObjectsCommand(at, '', criteria)).toBe(
      "aws s3api list-objects-v2 --bucket media --query 'Contents[?contains(Key, '\\''.parquet'\\'') && " +
        "Size >= `1000` && Size <= `2000` && LastModified >= '\\''2026-01-02T00:00:00+00:00'\\'' && " +
        "(StorageClass == '\\''STANDARD'\\'' || StorageClass == '\\''GLACIER'\\'')]' --profile prod-ro",
    );
  });

  it('keeps quotes and backslashes of a name in the text of the query', () => {
    expect(listObjectsCommand(at, '', { name: `a'b\\c` })).toContain(
      `contains(Key, '\\''a\\'\\''b\\\\c'\\'')`,
    );
  });
});

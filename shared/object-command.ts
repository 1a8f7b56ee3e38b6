/** The `aws` commands that list what the table of objects lists. */
import type { BucketAddress } from './bucket-address.ts';
import { option, profileOption } from './command-line.ts';
import { folderSizeCommand, listFolderCommand } from './details-command.ts';
import type { ListingSpec, SearchCriteria } from './listing.ts';

/** The command that a listing equals. */
export function listingCommand({ at, prefix, kind, criteria }: ListingSpec): string {
  if (kind === 'measure') return folderSizeCommand(at, prefix);
  return listObjectsCommand(at, prefix, kind === 'search' ? (criteria ?? {}) : undefined);
}

/** `aws s3 ls` for a folder; for a search, ListObjectsV2 with the criteria as a JMESPath query. */
export function listObjectsCommand(at: BucketAddress, prefix: string, criteria?: SearchCriteria): string {
  if (criteria === undefined) return listFolderCommand(at, prefix);
  const { target, bucket, requesterPays } = at;
  const query = searchQuery(criteria);
  return [
    `aws s3api list-objects-v2${option('bucket', bucket)}`,
    option('prefix', prefix),
    option('query', query),
    requesterPays === true ? ' --request-payer requester' : '',
    profileOption(target),
  ].join('');
}

/**
 * The criteria as JMESPath (jmespath.org/specification). Its `contains` minds case and knows no globs; of a
 * glob, the parts between the wildcards are asked for. Dates are compared as text, as the CLI prints them.
 */
function searchQuery(criteria: SearchCriteria): string | undefined {
  const { name = '', minSize, maxSize, modifiedFrom, modifiedTo, storageClasses } = criteria;
  const parts = name.split(/[*?]+/).filter((part) => part !== '');
  const classes = storageClasses?.map((each) => `StorageClass == '${literal(each)}'`) ?? [];
  const terms = [
    ...parts.map((part) => `contains(Key, '${literal(part)}')`),
    ...(minSize === undefined ? [] : [`Size >= \`${minSize}\``]),
    ...(maxSize === undefined ? [] : [`Size <= \`${maxSize}\``]),
    ...(modifiedFrom === undefined ? [] : [`LastModified >= '${isoTime(modifiedFrom)}'`]),
    ...(modifiedTo === undefined ? [] : [`LastModified <= '${isoTime(modifiedTo)}'`]),
    ...(classes.length > 1 ? [`(${classes.join(' || ')})`] : classes),
  ];
  return terms.length === 0 ? undefined : `Contents[?${terms.join(' && ')}]`;
}

/** Within the quotes of a JMESPath raw string. */
function literal(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}

function isoTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
}

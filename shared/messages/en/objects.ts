import type { RowTextForm } from '../../listing.ts';
import type { StorageClass } from '../../storage-class.ts';

type Count = { readonly count: number; readonly text: string };

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** The table of folders and objects. Counts, sizes and times come in already formatted for the language. */
export const objects = {
  label: (p: { where: string }) => `Objects in ${p.where}`,
  foundLabel: (p: { where: string }) => `Found in ${p.where}`,
  /** The name of the bucket's root. */
  columns: { name: 'Name', size: 'Size', modified: 'Last modified', class: 'Storage class' },
  kinds: { folder: 'Folder', object: 'Object' },
  noName: '(no name)',
  noNameHint: 'A folder without a name: two slashes follow each other in its keys.',
  selfHint: 'An object whose key is the folder itself. Some tools make it when a folder is created.',
  oddHint: (p: { key: string }) => `The key has characters that can’t be seen otherwise: ${p.key}`,
  exactBytes: (p: Count) => `${p.text} ${plural(p.count, 'byte', 'bytes')}`,
  archived: 'archived',
  archivedHint: 'It has to be restored before it can be read.',
  classes: {
    STANDARD: 'Standard',
    INTELLIGENT_TIERING: 'Intelligent-Tiering',
    STANDARD_IA: 'Standard-IA',
    ONEZONE_IA: 'One Zone-IA',
    GLACIER_IR: 'Glacier Instant Retrieval',
    GLACIER: 'Glacier Flexible Retrieval',
    DEEP_ARCHIVE: 'Glacier Deep Archive',
    REDUCED_REDUNDANCY: 'Reduced redundancy',
    EXPRESS_ONEZONE: 'Express One Zone',
    SNOW: 'Snow',
    OUTPOSTS: 'Outposts',
    FSX_OPENZFS: 'FSx for OpenZFS',
    FSX_ONTAP: 'FSx for NetApp ONTAP',
  } satisfies Record<StorageClass, string>,
  sortNote: (p: Count) => `Sorts the ${p.text} ${plural(p.count, 'row', 'rows')} that have arrived so far`,

  toolbar: {
    filter: 'Filter by name',
    filterHint: 'A part of the name, or a pattern with * and ?',
    search: 'Search below',
    searchHint: 'Search all folders below this one',
    copy: 'Copy',
    more: 'More actions',
    delete: 'Delete…',
    command: 'The same in a terminal',
  },
  menu: {
    open: 'Open',
    openAside: 'Open in a new tab',
    openContaining: 'Open the folder it is in',
    details: 'Details',
    versions: 'Versions',
    uploads: 'Incomplete uploads',
    measure: 'Calculate total size',
    link: 'Copy link to this folder',
    remove: 'Delete…',
    rowActions: (p: { name: string }) => `Actions for ${p.name}`,
    manyActions: (p: Count) => `Actions for ${p.text} rows`,
  },
  copyForms: {
    uri: 'Copy S3 URI',
    key: 'Copy key',
    arn: 'Copy ARN',
    url: 'Copy URL',
    ls: 'Copy as “aws s3 ls” output',
  } satisfies Record<RowTextForm, string>,
  copied: (p: Count) => `${p.text} ${plural(p.count, 'line', 'lines')}`,
  copiedSome: (p: Count) => `only the first ${p.text} lines: more would be too much for the clipboard`,
  copyFailed: 'The rows could not be copied.',
  nothingSelected: 'Select a row to copy it.',

  footer: {
    beginning: 'Listing…',
    looked: (p: Count) => `Searching… ${p.text} ${plural(p.count, 'object', 'objects')} looked at`,
    objects: (p: Count) => `${p.text} ${plural(p.count, 'object', 'objects')}`,
    folders: (p: Count) => `${p.text} ${plural(p.count, 'folder', 'folders')}`,
    found: (p: Count) => `${p.text} found`,
    among: (p: { readonly what: string } & Count) => `${p.what} among ${p.text} looked at`,
    soFar: (p: { what: string }) => `${p.what} so far`,
    /** Rows that the filter lets through. */
    shown: (p: { shown: string; total: string }) => `${p.shown} of ${p.total} rows shown`,
    waiting: 'S3 asks to slow down; it goes on by itself',
    stopped: 'stopped',
    failed: 'not complete',
    refreshing: 'refreshing…',
    refreshFailed: 'could not be refreshed',
    refreshed: (p: { added: string; removed: string; changed: string }) =>
      `refreshed: +${p.added}, −${p.removed}, ${p.changed} changed`,
    refreshedSame: 'refreshed: nothing changed',
    selected: (p: Count) => `${p.text} selected`,
    selectedSize: (p: { what: string; size: string }) => `${p.what} · ${p.size}`,
    selectedFolders: (p: { what: string } & Count) =>
      `${p.what}, ${p.text} ${plural(p.count, 'folder', 'folders')} not counted`,
  },
  live: {
    arrived: (p: Count) => `${p.text} ${plural(p.count, 'row has', 'rows have')} arrived.`,
    done: (p: Count) => `The list is complete: ${p.text} ${plural(p.count, 'row', 'rows')}.`,
    none: 'The list is complete: there is nothing in it.',
  },
  empty: {
    folderTitle: 'Nothing here',
    folder: 'No object’s key begins with this folder’s prefix.',
    bucketTitle: 'This bucket is empty',
    bucket: 'It has no objects. Old versions and incomplete uploads don’t show in this list.',
    foundTitle: 'Nothing found',
    found: (p: Count) =>
      `None of the ${p.text} ${plural(p.count, 'object', 'objects')} below this folder meets the criteria.`,
    noMatchTitle: 'No match',
    noMatch: (p: { filter: string } & Count) =>
      `No name among the ${p.text} ${plural(p.count, 'row', 'rows')} matches “${p.filter}”.`,
    noMatchSoFar: (p: { filter: string } & Count) =>
      `No name among the ${p.text} ${plural(p.count, 'row', 'rows')} that have arrived so far matches “${p.filter}”.`,
    clearFilter: 'Clear the filter',
    searchInstead: 'Search all folders below',
    stoppedTitle: 'Stopped',
    stopped: 'Listing was stopped before anything arrived.',
    backToFolder: 'Back to the folder',
  },
  search: {
    title: 'Search below this folder',
    name: 'Name',
    nameHint: 'A part of the key below this folder, or a pattern with * and ?',
    minSize: 'Size from',
    maxSize: 'Size to',
    sizeHint: 'For example 10 MB or 1.5 GiB',
    badSize: 'A number, with B, KB, MB, GB or TB after it.',
    sizesCrossed: 'This is less than the size it starts from.',
    from: 'Modified from',
    to: 'Modified to',
    datesCrossed: 'This is before the day it starts from.',
    classes: 'Storage classes',
    anyClass: 'Any',
    classCount: (p: Count) => `${p.text} ${plural(p.count, 'class', 'classes')}`,
    start: 'Search',
    close: 'Close the search fields',
    change: 'Change',
    chips: 'Search criteria',
    chip: {
      name: (p: { name: string }) => `Name: ${p.name}`,
      minSize: (p: { size: string }) => `At least ${p.size}`,
      maxSize: (p: { size: string }) => `At most ${p.size}`,
      from: (p: { date: string }) => `From ${p.date}`,
      to: (p: { date: string }) => `Until ${p.date}`,
      classes: (p: { classes: string }) => p.classes,
      everything: 'Everything below this folder',
    },
    removeChip: (p: { chip: string }) => `Remove: ${p.chip}`,
    end: 'End the search',
  },
};

export type ObjectMessages = typeof objects;

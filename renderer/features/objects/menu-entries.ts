import type { ListingRow, RowTextForm } from '../../../shared/listing.ts';
import type { ObjectMessages } from '../../../shared/messages/en/objects.ts';
import { folderOf } from '../../../shared/s3-location.ts';
import type { ObjectViewProps } from './object-view-types.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly act: () => void;
}

export interface MenuContext {
  readonly words: ObjectMessages;
  readonly view: Pick<ObjectViewProps, 'prefix' | 'search' | 'actions' | 'onOpenFolder' | 'onOpenObject'>;
  readonly copy: (form: RowTextForm) => void;
  /** Asks to delete what is selected. */
  readonly remove: (() => void) | undefined;
}

export type MenuGroupsList = readonly (readonly MenuEntry[])[];

const FORMS: readonly RowTextForm[] = ['uri', 'key', 'arn', 'url', 'ls'];

type Offer = Omit<MenuEntry, 'act'> & { readonly act: (() => void) | undefined };

/** Entries whose action is there; the others aren't offered. */
function offered(entries: readonly Offer[]): readonly MenuEntry[] {
  return entries.filter((entry): entry is MenuEntry => entry.act !== undefined);
}

export function copyEntries({ words, copy }: MenuContext): readonly MenuEntry[] {
  return FORMS.map((form) => ({ id: `copy ${form}`, label: words.copyForms[form], act: () => copy(form) }));
}

function removeEntries({ words, remove }: MenuContext): readonly MenuEntry[] {
  return offered([{ id: 'remove', label: words.menu.remove, act: remove }]);
}

/** For one row, which is selected. */
export function rowEntries(context: MenuContext, row: ListingRow): MenuGroupsList {
  const { words, view } = context;
  const { prefix, search, actions, onOpenFolder, onOpenObject } = view;
  const key = prefix + row.name;
  if (row.kind === 'folder') {
    return [
      [
        { id: 'open', label: words.menu.open, act: () => onOpenFolder(key, 'here') },
        { id: 'aside', label: words.menu.openAside, act: () => onOpenFolder(key, 'new-tab') },
      ],
      folderEntries(context, key),
      copyEntries(context),
      removeEntries(context),
    ];
  }
  const { showDetails, showVersions } = actions;
  const containing = () => onOpenFolder(folderOf(key), 'here');
  return [
    offered([
      { id: 'open', label: words.menu.open, act: () => onOpenObject(key) },
      { id: 'containing', label: words.menu.openContaining, act: search && containing },
      { id: 'details', label: words.menu.details, act: showDetails && (() => showDetails(key)) },
      {
        id: 'versions',
        label: words.menu.versions,
        act: showVersions && (() => showVersions({ kind: 'object', key })),
      },
    ]),
    copyEntries(context),
    removeEntries(context),
  ];
}

/** For several selected rows. */
export function manyEntries(context: MenuContext): MenuGroupsList {
  return [copyEntries(context), removeEntries(context)];
}

/** For a folder: one of the rows, or the one that is shown. */
export function folderEntries({ words, view }: MenuContext, prefix: string): readonly MenuEntry[] {
  const { measure, showVersions, showUploads, copyLink } = view.actions;
  return offered([
    { id: 'measure', label: words.menu.measure, act: measure && (() => measure(prefix)) },
    {
      id: 'versions',
      label: words.menu.versions,
      act: showVersions && (() => showVersions({ kind: 'folder', prefix })),
    },
    { id: 'uploads', label: words.menu.uploads, act: showUploads && (() => showUploads(prefix)) },
    { id: 'link', label: words.menu.link, act: copyLink && (() => copyLink(prefix)) },
  ]);
}

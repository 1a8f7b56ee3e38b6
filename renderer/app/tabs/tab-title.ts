import type { Overview } from '../../../shared/contract.ts';
import { bucketLabel } from '../../../shared/s3-arn.ts';
import { formatLocation } from '../../../shared/s3-location.ts';
import { useSpeech } from '../../ui/language.tsx';
import { useRoleNames } from '../role-names.ts';
import { sessionOf, targetOf, type View } from '../view.ts';

export interface TabTitle {
  readonly title: string;
  /** All of it: the address, account and role. */
  readonly hint: string;
  readonly production: boolean;
}

/** The last folder of a prefix that has a name, with the slashes of those after it that have none. */
export function folderName(prefix: string): string | undefined {
  const [, name = '', slashes = ''] = /([^/]*)(\/*)$/.exec(prefix) ?? [];
  if (prefix === '') return undefined;
  return slashes.length > 1 || name === '' ? name + slashes : name;
}

/** What a tab is called: its last folder or bucket, else whose buckets it shows. */
export function useTabTitle(view: View, overview: Overview | undefined): TabTitle {
  const { messages } = useSpeech();
  const { tabs, bar } = messages.navigation;
  const names = useRoleNames(overview, targetOf(view));
  const plain = (title: string): TabTitle => ({ title, hint: title, production: false });
  if (view.kind === 'home') return plain(tabs.newTab);
  if (view.kind === 'problems') return plain(tabs.problems);
  if (view.kind === 'connect') return plain(messages.connect.title);
  if (view.kind === 'portal-roles') {
    const session = overview && sessionOf(overview, view)?.name;
    return plain(messages.connect[view.mode].tab({ session: session ?? '' }));
  }
  if (names === undefined) {
    return plain((overview === undefined ? undefined : sessionOf(overview, view))?.name ?? tabs.newTab);
  }
  const account = [names.accountName, names.accountId].filter((name) => name !== undefined).join(' ');
  const who = [account, names.roleName ?? names.short].filter(Boolean).join(' · ');
  const { production } = names;
  if (view.kind !== 'folder') return { title: names.short, hint: `${names.short}\n${who}`, production };
  const { at, prefix, search } = view;
  const place = folderName(prefix) ?? bucketLabel(at.bucket);
  const title = search === undefined ? place : `${place} (${bar.searchIn})`;
  return { title, hint: `${formatLocation({ bucket: at.bucket, key: prefix })}\n${who}`, production };
}

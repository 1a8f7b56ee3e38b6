import type { Overview } from '../../../shared/contract.ts';
import type { ConnectMessages } from '../../../shared/messages/en/connect.ts';
import type { NavigationMessages } from '../../../shared/messages/en/navigation.ts';
import type { Place, Places } from '../../../shared/places.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { formatLocation, parseLocation, type S3Location } from '../../../shared/s3-location.ts';
import type { Marks } from '../../bridge/marks.ts';
import { markedRoles } from '../recent-roles.ts';
import { shortName } from '../role-names.ts';
import type { ProfileView } from '../../../shared/session.ts';
import { shownEntry, type Tabs, type TabsChange } from '../tabs/tabs.ts';
import { HOME, type View } from '../view.ts';
import type { Go } from '../workbench.ts';
import { fuzzyScore } from '../../ui/fuzzy.ts';

export interface PaletteItem {
  /** What kind of thing it is, in a word. */
  readonly kind: string;
  readonly text: string;
  readonly note?: string;
  readonly act: () => void;
}

export interface PaletteSources {
  readonly tabs: Tabs;
  readonly onTabs: (change: TabsChange) => void;
  readonly overview: Overview | undefined;
  readonly places: Places;
  readonly marks: Marks;
  /** Whose eyes one looks through now. */
  readonly present: RoleTarget | undefined;
  readonly go: Go;
  readonly onLocation: (location: S3Location, target: RoleTarget) => void;
  readonly onRefresh: () => void;
  readonly onActivity: () => void;
  readonly words: NavigationMessages;
  readonly connect: ConnectMessages;
}

const MOST = 40;

/** What fits to what was typed, best first: a place that was spelt out, then tabs, profiles, places, actions. */
export function paletteItems(typed: string, sources: PaletteSources): readonly PaletteItem[] {
  const { present, onLocation, words } = sources;
  const location = typed.includes('/') || typed.startsWith('arn:') ? parseLocation(typed) : undefined;
  const spelt: PaletteItem[] =
    location === undefined || present === undefined
      ? []
      : [
          {
            kind: words.palette.goTo,
            text: formatLocation(location),
            note: shortName(present),
            act: () => onLocation(location, present),
          },
        ];
  const found = everything(sources).flatMap((item, index) => {
    const score = fuzzyScore(typed, `${item.text} ${item.note ?? ''}`);
    return score === undefined ? [] : [{ item, score, index }];
  });
  found.sort((one, other) => other.score - one.score || one.index - other.index);
  return [...spelt, ...found.map(({ item }) => item)].slice(0, MOST);
}

function everything(sources: PaletteSources): readonly PaletteItem[] {
  const { tabs, onTabs, overview, places, marks, go, onRefresh, onActivity, words, connect } = sources;
  const { palette } = words;
  const open = ({ target, bucket, prefix, requesterPays }: Place): View => ({
    kind: 'folder',
    at: { target, bucket, ...(requesterPays === undefined ? {} : { requesterPays }) },
    prefix,
  });
  const place = (kind: string, one: Place, label = ''): PaletteItem => ({
    kind,
    text: label === '' ? formatLocation({ bucket: one.bucket, key: one.prefix }) : label,
    note: label === '' ? shortName(one.target) : formatLocation({ bucket: one.bucket, key: one.prefix }),
    act: () => go(open(one)),
  });
  const action = (text: string, act: () => void): PaletteItem => ({ kind: palette.action, text, act });
  const role = (target: RoleTarget, known: ProfileView | undefined, starred: boolean): PaletteItem => {
    const { roleName, accountId } = target.kind === 'role' ? target : (known ?? {});
    return {
      kind: starred ? palette.favourite : palette.profile,
      text: target.kind === 'role' ? target.roleName : target.profile,
      note: [target.kind === 'role' ? undefined : roleName, accountId].filter(Boolean).join(' · '),
      act: () => go({ kind: 'target', target }),
    };
  };
  // What one likes and what one used last is what one most likely wants.
  const first = overview === undefined ? [] : markedRoles(overview, marks);
  const named = new Set(first.map(({ profile: known }) => known?.name));
  const others = tabs.tabs.filter(({ id }) => id !== tabs.active);
  return [
    ...others.map((tab) => ({
      kind: palette.tab,
      text: viewText(shownEntry(tab).view, words, connect),
      act: () => onTabs({ kind: 'select', tab: tab.id }),
    })),
    ...first.map(({ mark, profile: known }) => role(mark.target, known, mark.starred)),
    ...places.bookmarks.map((one) => place(palette.bookmark, one, one.label)),
    ...(overview === undefined ? [] : profilesOf(overview))
      .filter(({ name }) => !named.has(name))
      .map((known) => role({ kind: 'profile', profile: known.name }, known, false)),
    ...places.recents.map((one) => place(palette.recent, one)),
    action(connect.title, () => go({ kind: 'connect' })),
    action(words.tabs.newTab, () => onTabs({ kind: 'open', view: HOME, behind: false })),
    action(words.tabs.close, () => onTabs({ kind: 'close', tab: tabs.active })),
    ...(tabs.closed.length > 0 ? [action(words.tabs.reopen, () => onTabs({ kind: 'reopen' }))] : []),
    action(palette.refresh, onRefresh),
    action(palette.activity, onActivity),
  ];
}

function profilesOf({ sessions, otherProfiles }: Overview): readonly ProfileView[] {
  return [...sessions.flatMap(({ profiles }) => profiles), ...otherProfiles];
}

const sessionName = (sessionId: string) => sessionId.replace(/^[a-z-]+:/, '');

function viewText(view: View, { tabs }: NavigationMessages, connect: ConnectMessages): string {
  if (view.kind === 'folder') return formatLocation({ bucket: view.at.bucket, key: view.prefix });
  if (view.kind === 'target') return shortName(view.target);
  const session = view.kind === 'session' || view.kind === 'portal-roles' ? view.sessionId : '';
  if (view.kind === 'session') return sessionName(session);
  if (view.kind === 'portal-roles') return connect[view.mode].tab({ session: sessionName(session) });
  if (view.kind === 'connect') return connect.title;
  return view.kind === 'problems' ? tabs.problems : tabs.newTab;
}

import { Link2, PanelRight, Search } from 'lucide-react';
import { useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { Overview } from '../../shared/contract.ts';
import { followDeepLink, isDeepLink } from '../../shared/deep-link.ts';
import type { Place } from '../../shared/places.ts';
import { formatLocation, type S3Location } from '../../shared/s3-location.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import { useKnownBuckets } from '../bridge/known-buckets.ts';
import { crumbsOf } from '../features/location/crumbs.ts';
import { LocationBar } from '../features/location/location-bar.tsx';
import type { KnownPlace } from '../features/location/suggestion.ts';
import { BookmarkButton } from '../features/places/bookmark-button.tsx';
import { PlacesButton } from '../features/places/places-button.tsx';
import { usePlaces } from '../features/places/use-places.ts';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useSpeech } from '../ui/language.tsx';
import { PayerMenu } from './payer-menu.tsx';
import { shortName, useRoleNames } from './role-names.ts';
import { activeTab, canTravel, shownEntry, type Tabs, type TabsChange } from './tabs/tabs.ts';
import { useTabTitle } from './tabs/tab-title.ts';
import { useCopyLink } from './use-copy-link.ts';
import { above, targetOf, type View } from './view.ts';
import { WhoBadge } from './who-badge.tsx';
import type { Go } from './workbench.ts';
import styles from './navigation-bar.module.css';

export interface NavigationBarProps {
  readonly tabs: Tabs;
  readonly onTabs: (change: TabsChange) => void;
  readonly overview: Overview | undefined;
  /** Whose eyes to look through for an address, where nobody's is shown. */
  readonly lastTarget: RoleTarget | undefined;
  readonly go: Go;
  readonly onLocation: (location: S3Location, target: RoleTarget) => void;
  readonly onPlace: (place: Place, where: 'here' | 'new-tab') => void;
  readonly editRequests: number;
  readonly detailsOpen: boolean;
  readonly onDetails: (open: boolean) => void;
  readonly onPalette: () => void;
}

/** Above everything: where one is and through whose eyes, the ways to go, and what is kept of it. */
export function NavigationBar(props: NavigationBarProps) {
  const { tabs, onTabs, overview, go, onLocation, onPlace, editRequests, detailsOpen, onDetails } = props;
  const { lastTarget } = props;
  const { messages } = useSpeech();
  const words = messages.navigation.bar;
  const tab = activeTab(tabs);
  const { view } = shownEntry(tab);
  const target = targetOf(view);
  const names = useRoleNames(overview, target);
  const { title, hint } = useTabTitle(view, overview);
  const buckets = useKnownBuckets(target, names?.session);
  const places = useKnownPlaces();
  const copyLink = useCopyLink(names);
  const place = placeOf(view);
  const up = above(view);
  const crumbs = [
    ...(target === undefined ? [] : [{ text: shortName(target), prefix: undefined }]),
    ...(view.kind === 'folder' ? crumbsOf(view.at.bucket, view.prefix) : []),
  ];
  const travel = (by: 1 | -1) => (canTravel(tab, by) ? () => onTabs({ kind: 'travel', by }) : undefined);
  return (
    <LocationBar
      shown={`${tab.id} ${shownEntry(tab).id}`}
      crumbs={crumbs}
      title={title}
      initial={place === undefined ? '' : formatLocation({ bucket: place.bucket, key: place.prefix })}
      target={target ?? lastTarget}
      buckets={buckets}
      places={places}
      nameTarget={shortName}
      editRequests={editRequests}
      followLink={(text) =>
        overview !== undefined && isDeepLink(text) ? followDeepLink(text.trim(), overview) : undefined
      }
      onGo={(location, whose = target ?? lastTarget) => whose !== undefined && onLocation(location, whose)}
      onCrumb={(prefix, where) => {
        if (target === undefined) return;
        if (prefix === undefined) go({ kind: 'target', target }, where);
        else if (view.kind === 'folder') go({ kind: 'folder', at: view.at, prefix }, where);
      }}
      onBack={travel(-1)}
      onForward={travel(1)}
      onUp={up && (() => go(up))}
    >
      <BookmarkButton place={place} />
      <IconButton
        label={words.copyLink}
        icon={<Link2 size={16} />}
        isDisabled={place === undefined}
        onPress={() => place !== undefined && copyLink(place)}
      />
      <PlacesButton nameTarget={shortName} onGo={onPlace} />
      {view.kind === 'folder' && <PayerMenu view={view} go={go} />}
      {names?.known === true && <WhoBadge names={names} hint={hint} />}
      <IconButton
        label={messages.navigation.palette.open}
        icon={<Search size={15} />}
        onPress={props.onPalette}
        aria-keyshortcuts="Control+K Meta+K"
      />
      <ToggleButton
        aria-label={words.details}
        className={cx(styles.toggle)}
        isSelected={detailsOpen}
        isDisabled={target === undefined}
        onChange={onDetails}
      >
        <PanelRight size={16} aria-hidden />
      </ToggleButton>
    </LocationBar>
  );
}

/** What of a view can be kept and linked to. */
export function placeOf(view: View): Place | undefined {
  if (view.kind !== 'folder') return undefined;
  const { at, prefix } = view;
  return { ...at, prefix };
}

function useKnownPlaces(): readonly KnownPlace[] {
  const [{ bookmarks, recents }] = usePlaces();
  return useMemo(
    () => [
      ...bookmarks.map(({ label, ...place }): KnownPlace => ({ kind: 'bookmark', place, label })),
      ...recents.map((place): KnownPlace => ({ kind: 'recent', place, label: '' })),
    ],
    [bookmarks, recents],
  );
}

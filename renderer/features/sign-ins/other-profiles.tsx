import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ProfileView } from '../../../shared/session.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { TreeItem } from '../../ui/tree/tree.tsx';
import { ProfileItem } from './profile-item.tsx';
import { profileNote } from './profile-note.ts';
import { useSidebar } from './sidebar-context.ts';
import styles from './sidebar.module.css';

/** More than these are put away until they are asked for. */
const SHOWN_AT_FIRST = 8;

export interface OtherProfilesProps {
  /** Nothing stands above it. */
  readonly first: boolean;
  readonly profiles: readonly ProfileView[];
}

/** Profiles that don't sign in through IAM Identity Center themselves. */
export function OtherProfiles({ first, profiles }: OtherProfilesProps) {
  const { messages, locale } = useSpeech();
  const { choice } = useSidebar();
  const [toggled, setToggled] = useState<boolean>();
  const labelId = useId();
  const { target } = choice?.kind === 'target' ? choice : {};
  const shown = target?.kind === 'profile' && profiles.some(({ name }) => name === target.profile);
  const expanded = toggled ?? (shown || first || profiles.length <= SHOWN_AT_FIRST);
  const toggle = () => setToggled(!expanded);
  return (
    <TreeItem
      selected={false}
      first={first}
      expanded={expanded}
      onToggle={toggle}
      onChoose={toggle}
      labelId={labelId}
      row={
        <span className={styles.others} id={labelId}>
          <span className={styles.chevron} data-open={expanded} aria-hidden>
            <ChevronRight size={14} />
          </span>
          {messages.page.signIns.otherProfiles({ count: formatNumber(locale, profiles.length) })}
        </span>
      }
    >
      {profiles.map((profile) => (
        <ProfileItem
          key={profile.name}
          target={{ kind: 'profile', profile: profile.name }}
          name={profile.name}
          note={profileNote(profile, messages)}
        />
      ))}
    </TreeItem>
  );
}

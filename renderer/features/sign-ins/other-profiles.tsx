import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ProfileView } from '../../../shared/session.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { TreeItem } from '../../ui/tree/tree.tsx';
import { ProfileItem } from './profile-item.tsx';
import styles from './sidebar.module.css';

export interface OtherProfilesProps {
  /** Nothing stands above it. */
  readonly first: boolean;
  readonly profiles: readonly ProfileView[];
  readonly chosen: string | undefined;
  readonly onChoose: (profile: string) => void;
}

/** Profiles that don't sign in through IAM Identity Center, closed at first. */
export function OtherProfiles({ first, profiles, chosen, onChoose }: OtherProfilesProps) {
  const { messages, locale } = useSpeech();
  const [expanded, setExpanded] = useState(false);
  const labelId = useId();
  const toggle = () => setExpanded(!expanded);
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
          profile={profile}
          selected={profile.name === chosen}
          onChoose={() => onChoose(profile.name)}
        />
      ))}
    </TreeItem>
  );
}

import { useId } from 'react';
import type { ProfileView } from '../../../shared/session.ts';
import { TreeItem } from '../../ui/tree/tree.tsx';
import styles from './sidebar.module.css';

export interface ProfileItemProps {
  readonly profile: ProfileView;
  readonly selected: boolean;
  readonly onChoose: () => void;
}

/** A profile in the sidebar: its name, and dimmed the account and role it stands for. */
export function ProfileItem({ profile, selected, onChoose }: ProfileItemProps) {
  const { name, accountId, roleName } = profile;
  const labelId = useId();
  // The role first: it is what tells two profiles of one account apart, and the account is cut off first.
  const role = [roleName, accountId].filter((part) => part !== undefined).join(' · ');
  return (
    <TreeItem
      selected={selected}
      onChoose={onChoose}
      labelId={labelId}
      row={
        <span className={styles.profile} id={labelId} title={role === '' ? name : `${name}\n${role}`}>
          <span className={styles.profileName}>{name}</span> <span className={styles.role}>{role}</span>
        </span>
      }
    />
  );
}

import { X } from 'lucide-react';
import type { ActivityEntry } from '../../../shared/activity.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePageWords } from '../../ui/language.tsx';
import { ActivityItem } from './activity-item.tsx';
import styles from './activity.module.css';

export interface ActivityDrawerProps {
  /** Newest first. */
  readonly activity: readonly ActivityEntry[];
  readonly onClose: () => void;
}

/** What was done, newest first, each with the aws command it equals. */
export function ActivityDrawer({ activity, onClose }: ActivityDrawerProps) {
  const { activity: words } = usePageWords();
  return (
    <div className={styles.drawer} id="activity">
      <div className={styles.header}>
        <h2>{words.title}</h2>
        <IconButton small label={words.hide} icon={<X size={14} />} onPress={onClose} />
      </div>
      {activity.length === 0 ? (
        <p className={styles.empty}>{words.empty}</p>
      ) : (
        <ol className={styles.list} tabIndex={0} aria-label={words.title}>
          {activity.map((entry) => (
            <ActivityItem key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </div>
  );
}

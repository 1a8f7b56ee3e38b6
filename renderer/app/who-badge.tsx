import { ShieldAlert } from 'lucide-react';
import { cx } from '../ui/cx.ts';
import { useSpeech } from '../ui/language.tsx';
import type { RoleNames } from './role-names.ts';
import styles from './navigation-bar.module.css';

export interface WhoBadgeProps {
  readonly names: RoleNames;
  readonly hint?: string | undefined;
}

/** The account and role one acts as; production is marked. */
export function WhoBadge({ names, hint }: WhoBadgeProps) {
  const { messages } = useSpeech();
  return (
    <span className={cx(styles.who, names.production && styles.production)} title={hint}>
      {names.production && (
        <ShieldAlert size={14} role="img" aria-label={messages.navigation.tabs.production} />
      )}
      <span className={styles.cut}>{names.accountName ?? names.accountId}</span>
      <span aria-hidden>·</span>
      <span className={styles.cut}>{names.roleName}</span>
    </span>
  );
}

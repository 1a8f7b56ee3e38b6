import { ShieldAlert } from 'lucide-react';
import { ColourBar } from '../ui/colour-bar.tsx';
import { cx } from '../ui/cx.ts';
import { useSpeech } from '../ui/language.tsx';
import type { RoleNames } from './role-names.ts';
import styles from './navigation-bar.module.css';

export interface WhoBadgeProps {
  readonly names: RoleNames;
  readonly hint?: string | undefined;
}

/** The account and role one acts as, or the profile where it has none; production is marked. */
export function WhoBadge({ names, hint }: WhoBadgeProps) {
  const { messages } = useSpeech();
  const { accountName, accountId, roleName, short, production, colour } = names;
  const parts = [accountName ?? accountId, roleName].filter((part) => part !== undefined);
  return (
    <span className={cx(styles.who, production && styles.production)} title={hint}>
      {colour !== undefined && <ColourBar colour={colour} />}
      {production && <ShieldAlert size={14} role="img" aria-label={messages.navigation.tabs.production} />}
      <span className={styles.cut}>{parts[0] ?? short}</span>
      {parts.length > 1 && (
        <>
          <span aria-hidden>·</span>
          <span className={styles.cut}>{parts[1]}</span>
        </>
      )}
    </span>
  );
}

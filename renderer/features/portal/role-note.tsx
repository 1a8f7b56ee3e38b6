import { errorWords } from '../../../shared/messages/messages.ts';
import { Button } from '../../ui/button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import type { PortalRow } from './portal-rows.ts';
import styles from './portal.module.css';

type Note = Extract<PortalRow, { kind: 'note' }>['note'];

/** In the place of an account's roles: that they are loading, that there are none, or what went wrong. */
export function RoleNote({ note, onRetry }: { readonly note: Note; readonly onRetry: () => void }) {
  const { messages } = useSpeech();
  const { portal: words, common } = messages.page;
  if (note === 'loading') return <span className={styles.note}>{words.loadingRoles}</span>;
  if (note === 'none') return <span className={styles.note}>{words.noRoles}</span>;
  const { what, next } = errorWords(messages, note);
  return (
    <span className={styles.failed} role="alert">
      <Button kind="quiet" onPress={onRetry}>
        {common.retry}
      </Button>
      <span title={`${what}${common.gap}${next}`}>{what}</span>
    </span>
  );
}

import { Check, CircleAlert, Hand, Trash2, X } from 'lucide-react';
import type { DeletionState } from '../../../shared/deletion.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { deletionName, deletionShare, isUnderWay, itemsOf } from './deletion-sums.ts';
import styles from './bucket-work.module.css';

const ICONS = {
  counting: Trash2,
  counted: Trash2,
  deleting: Trash2,
  done: Check,
  stopped: Hand,
  failed: CircleAlert,
} as const;

export interface DeletionNoticeProps {
  readonly deletionId: string;
  readonly state: DeletionState;
  readonly onOpen: () => void;
}

/** One deletion in a line. */
export function DeletionNotice({ deletionId, state, onOpen }: DeletionNoticeProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.deletions;
  const client = useBridge();
  const { phase, found, deleted, refused } = state;
  const Icon = ICONS[phase];
  const number = (value: number) => formatNumber(locale, value);
  const name = deletionName(words, state);
  // The state that comes back says how it went.
  const call = (request: 'deletion.stop' | 'deletion.forget') => {
    client.call(request, { deletionId }).catch(() => {});
  };
  return (
    <div className={styles.notice} data-phase={phase}>
      <Icon size={14} aria-hidden />
      <span className={styles.noticeName} title={name}>
        {name}
      </span>
      <span className={styles.noticeState}>
        {words.notices.phases[phase]}{' '}
        {phase !== 'counted' && phase !== 'counting' && (
          <>
            {number(itemsOf(deleted))} / {number(itemsOf(found))}
          </>
        )}
        {refused > 0 && <> · {words.refusals({ count: refused, text: number(refused) })}</>}
      </span>
      <span className={styles.noticeBar}>
        {isUnderWay(phase) && <ProgressBar label={name} share={deletionShare(state)} />}
      </span>
      <Button kind="quiet" onPress={onOpen}>
        {words.notices.open}
      </Button>
      {isUnderWay(phase) ? (
        <Button kind="quiet" onPress={() => call('deletion.stop')}>
          {words.notices.stop}
        </Button>
      ) : (
        <IconButton
          small
          label={words.notices.forget}
          icon={<X size={14} />}
          onPress={() => call('deletion.forget')}
        />
      )}
    </div>
  );
}

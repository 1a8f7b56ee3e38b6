import { Ban, Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { ActivityEntry } from '../../../shared/activity.ts';
import { errorWords } from '../../../shared/messages/messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatExactTime, formatNumber, formatSecond } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { Took } from '../../ui/took.tsx';
import styles from './activity.module.css';

const ICONS = { running: LoaderCircle, ok: Check, failed: CircleAlert, cancelled: Ban } as const;

/** One thing that was done: when, what, how it went, and the command. */
export function ActivityItem({ entry }: { readonly entry: ActivityEntry }) {
  const { messages, locale } = useSpeech();
  const { activity: words, signIn } = messages.page;
  const { action, outcome, command, startedAt, durationMs, calls, error } = entry;
  const Icon = ICONS[outcome];
  return (
    <li className={styles.item}>
      <time
        className={styles.time}
        dateTime={new Date(startedAt).toISOString()}
        title={formatExactTime(locale, startedAt)}
      >
        {formatSecond(locale, startedAt)}
      </time>
      <span className={styles.what} data-outcome={outcome} title={words.words[action][outcome]}>
        <Icon size={14} aria-hidden />
        <span>{words.words[action][outcome]}</span>
      </span>
      <span className={styles.command}>
        <code title={command}>{command}</code>
        <CopyButton text={command} what={signIn.command} />
      </span>
      <span className={styles.number}>{durationMs !== undefined && <Took ms={durationMs} />}</span>
      <span className={styles.number}>{words.calls({ calls, text: formatNumber(locale, calls) })}</span>
      {error !== undefined && <p className={styles.error}>{errorWords(messages, error).what}</p>}
    </li>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { lastUntil } from './folder-at.ts';
import { fromLocalField, toLocalField } from './local-time.ts';
import styles from './versions.module.css';

export interface TimeChoiceProps {
  /** When something changed, oldest first; Unix milliseconds. */
  readonly times: readonly number[];
  /** Undefined for now. */
  readonly time: number | undefined;
  readonly onTime: (time: number | undefined) => void;
}

/** Any date and time, or from one change to the next. */
export function TimeChoice({ times, time, onTime }: TimeChoiceProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.versions;
  const id = useId();
  const last = times.length - 1;
  const index = time === undefined ? last : lastUntil(times, time);
  const go = (to: number) => {
    const chosen = times[to];
    if (chosen !== undefined) onTime(chosen);
  };
  const shown = time ?? times[last];
  return (
    <div className={styles.bar}>
      <label htmlFor={id}>{words.asOf}</label>
      <input
        id={id}
        className={styles.time}
        type="datetime-local"
        step={1}
        value={shown === undefined ? '' : toLocalField(shown)}
        onChange={({ target }) => {
          const typed = fromLocalField(target.value);
          if (typed !== undefined) onTime(typed);
        }}
      />
      <IconButton
        small
        label={words.before}
        icon={<ChevronLeft size={14} />}
        isDisabled={index <= 0}
        onPress={() => go(index - 1)}
      />
      <input
        className={styles.slider}
        type="range"
        aria-label={words.timeline}
        min={0}
        max={Math.max(0, last)}
        value={Math.max(0, index)}
        disabled={last < 1}
        aria-valuetext={shown === undefined ? words.nowText : formatDateTime(locale, shown)}
        onChange={({ target }) => go(Number(target.value))}
      />
      <IconButton
        small
        label={words.after}
        icon={<ChevronRight size={14} />}
        isDisabled={index >= last}
        onPress={() => go(index + 1)}
      />
      <span className={styles.dim}>
        {last >= 0 &&
          words.change({ number: formatNumber(locale, index + 1), of: formatNumber(locale, last + 1) })}
      </span>
      <Button kind="quiet" onPress={() => onTime(undefined)} isDisabled={time === undefined}>
        {words.now}
      </Button>
    </div>
  );
}

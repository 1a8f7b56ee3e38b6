import type { ListingState, SelectionSummary } from '../../../shared/listing.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import list from '../../ui/list-footer.module.css';
import { listingWords, refreshWords, selectionWords, tookWords } from './footer-words.ts';
import { LiveNews } from './live-news.tsx';
import styles from './objects.module.css';

export interface ObjectFooterProps {
  readonly state: ListingState | undefined;
  readonly search: boolean;
  /** Rows that the filter lets through; undefined without a filter. */
  readonly shown: number | undefined;
  readonly selection: SelectionSummary;
  readonly onStop: () => void;
  readonly onResume: () => void;
}

/** How much there is, whether more is coming, and what is selected. */
export function ObjectFooter({ state, search, shown, selection, onStop, onResume }: ObjectFooterProps) {
  const speech = useSpeech();
  const { messages, locale } = speech;
  const { common } = messages.page;
  const phase = state?.phase;
  const arriving = phase === undefined || phase === 'running' || phase === 'waiting';
  const refreshing = state?.refresh?.phase === 'running';
  const filtered =
    shown !== undefined && state !== undefined && state.rows > 0
      ? messages.objects.footer.shown({
          shown: formatNumber(locale, shown),
          total: formatNumber(locale, state.rows),
        })
      : undefined;
  const parts = [
    filtered,
    ...listingWords(speech, state, search),
    state !== undefined && state.tookMs > 0 ? tookWords(speech, state.tookMs) : undefined,
    refreshWords(speech, state),
  ].filter((part) => part !== undefined && part !== '');
  return (
    <div className={cx(list.footer, styles.footer)}>
      {(arriving || refreshing) && <span className={list.pulse} aria-hidden />}
      <span className={styles.standing} title={parts.join(' · ')}>
        {parts.join(' · ')}
      </span>
      {state !== undefined && (arriving || refreshing) && (
        <Button kind="quiet" onPress={onStop}>
          {common.stop}
        </Button>
      )}
      {phase === 'stopped' && state !== undefined && state.rows > 0 && (
        <Button kind="quiet" onPress={onResume}>
          {common.loadRest}
        </Button>
      )}
      <span className={styles.gap} />
      <span role="status" className={styles.selectedWords}>
        {selectionWords(speech, selection)}
      </span>
      <LiveNews state={state} />
    </div>
  );
}

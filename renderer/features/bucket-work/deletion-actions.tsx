import type { DeletionState } from '../../../shared/deletion.ts';
import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { itemsOf } from './deletion-sums.ts';

export interface DeletionActionsProps {
  readonly state: DeletionState | undefined;
  readonly counted: boolean;
  /** What has to be typed is typed. */
  readonly mayRun: boolean;
  readonly onStop: () => void;
  readonly onRun: () => void;
  readonly onRecount?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The buttons for where a deletion stands. */
export function DeletionActions(props: DeletionActionsProps) {
  const { state, counted, mayRun, onStop, onRun, onRecount, onClose } = props;
  const { messages, locale } = useSpeech();
  const words = messages.details.deletions;
  const phase = state?.phase ?? 'counting';
  const count = state === undefined ? 0 : itemsOf(state.found);
  const text = { count, text: formatNumber(locale, count) };
  const forGood = state?.spec.what === 'all-versions' || state?.versioning === 'never';
  const submit = forGood ? words.submitForGood(text) : words.submit(text);
  const close = {
    counting: words.cancel,
    counted: words.cancel,
    deleting: words.closeRunning,
    done: words.close,
    stopped: words.close,
    failed: words.close,
  }[phase];
  return (
    <>
      <Button onPress={onClose}>{close}</Button>
      {state !== undefined && (phase === 'counting' || phase === 'deleting') && (
        <Button onPress={onStop}>{words.stop}</Button>
      )}
      {phase === 'stopped' && counted && <Button onPress={onRun}>{words.resume}</Button>}
      {phase === 'stopped' && !counted && onRecount !== undefined && (
        <Button onPress={onRecount}>{words.recount}</Button>
      )}
      {(phase === 'counting' || phase === 'counted') && (
        <Button kind="danger" onPress={onRun} isDisabled={phase !== 'counted' || count === 0 || !mayRun}>
          {phase === 'counting' ? words.submitUncounted : submit}
        </Button>
      )}
    </>
  );
}

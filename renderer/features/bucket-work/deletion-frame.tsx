import { useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import { deletionCommands } from '../../../shared/details-command.ts';
import type { DeletionSpec, DeletionState } from '../../../shared/deletion.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import { CommandList } from '../../ui/command-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { ProductionGuard, useProductionCheck } from '../../ui/production-guard.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DeletionActions } from './deletion-actions.tsx';
import { DeletionChoice } from './deletion-choice.tsx';
import { DeletionNumbers } from './deletion-numbers.tsx';
import { DeletionProgress } from './deletion-progress.tsx';
import { DeletionRefusals } from './deletion-refusals.tsx';
import { deletionName, itemsOf } from './deletion-sums.ts';
import { SelectedNames } from './selected-names.tsx';
import styles from './bucket-work.module.css';

export interface DeletionFrameProps {
  readonly deletionId: string;
  readonly spec: DeletionSpec;
  /** Undefined until the first news of it. */
  readonly state: DeletionState | undefined;
  /** Why counting could not begin. */
  readonly countError?: AppError | undefined;
  /** Absent where it can't be chosen any more. */
  readonly onWhat?: ((what: DeletionSpec['what']) => void) | undefined;
  readonly onRecount?: (() => void) | undefined;
  /** It begins to delete. */
  readonly onRun?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onSignIn?: (() => void) | undefined;
}

/** A deletion from its count to its end. */
export function DeletionFrame(props: DeletionFrameProps) {
  const { deletionId, spec, state, countError, onWhat, onRecount, onRun, onClose, onSignIn } = props;
  const { messages } = useSpeech();
  const words = messages.details.deletions;
  const client = useBridge();
  const [typed, setTyped] = useState('');
  const production = useProductionCheck(spec.at.target);
  const [callError, setCallError] = useState<AppError>();
  const phase = state?.phase ?? 'counting';
  const wasCounted = state?.counted === true;
  const byName = spec.scope.kind === 'bucket';
  const before = phase === 'counting' || phase === 'counted' || !wasCounted;
  const named = !byName || typed === spec.at.bucket;
  const mayRun = named && production.passed;
  const call = (name: 'deletion.run' | 'deletion.stop') => {
    setCallError(undefined);
    if (name === 'deletion.run') onRun?.();
    client.call(name, { deletionId }).catch((thrown: unknown) => setCallError(toAppError(thrown)));
  };
  const error = countError ?? callError ?? (phase === 'failed' ? state?.error : undefined);
  const retry = wasCounted ? () => call('deletion.run') : onRecount;
  const commands = deletionCommands(spec);
  return (
    <Dialog
      role="alertdialog"
      title={deletionName(words, { spec })}
      onClose={onClose}
      footer={
        <DeletionActions
          state={state}
          counted={wasCounted}
          mayRun={mayRun && countError === undefined}
          onStop={() => call('deletion.stop')}
          onRun={() => call('deletion.run')}
          onRecount={onRecount}
          onClose={onClose}
        />
      }
    >
      <DeletionProgress state={state} counted={wasCounted} />
      {state?.selected !== undefined && <SelectedNames bucket={spec.at.bucket} selected={state.selected} />}
      <DeletionNumbers spec={spec} state={state} />
      {/* Without versions there is nothing to choose. */}
      {before && onWhat !== undefined && state?.versioning !== 'never' && (
        <DeletionChoice spec={spec} versioning={state?.versioning} onWhat={onWhat} />
      )}
      {error !== undefined && (
        <ErrorNotice
          error={error}
          remedies={{
            ...(retry === undefined ? {} : { retry }),
            ...(onSignIn === undefined ? {} : { 'sign-in': onSignIn }),
          }}
        />
      )}
      {byName && phase === 'counted' && state !== undefined && itemsOf(state.found) > 0 && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (mayRun) call('deletion.run');
          }}
        >
          <TextField label={words.type({ bucket: spec.at.bucket })} value={typed} onChange={setTyped} />
        </form>
      )}
      {phase === 'counted' && state !== undefined && itemsOf(state.found) > 0 && (
        <ProductionGuard check={production} onSubmit={() => mayRun && call('deletion.run')} />
      )}
      {state !== undefined && state.refused > 0 && <DeletionRefusals state={state} />}
      {commands.length > 0 && (
        <CommandList title={words.commands} commands={commands} what={words.copyCommands} />
      )}
    </Dialog>
  );
}

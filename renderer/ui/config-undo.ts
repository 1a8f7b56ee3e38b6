import { useCallback } from 'react';
import { create } from 'zustand';
import type { AppError } from '../../shared/app-error.ts';
import type { LastConfigChange } from '../../shared/config-change.ts';
import { useBridge, useSnapshot } from '../bridge/bridge-context.tsx';
import { toAppError } from '../bridge/bridge-error.ts';
import { writtenChange } from '../bridge/config-changes.ts';
import { useSpeech } from './language.tsx';
import { showToast } from './toast-store.ts';

/** Why the last change could not be undone; shown where the window's other errors are. */
export const useUndoFailure = create<{ readonly error: AppError | undefined }>(() => ({ error: undefined }));

export function dismissUndoFailure(): void {
  useUndoFailure.setState({ error: undefined });
}

export interface ConfigUndo {
  /** The app's last change of the config files, where it can still be taken back. */
  readonly last: LastConfigChange | undefined;
  /** Takes it back. A toast says that it is done; `useUndoFailure` says why not. */
  readonly undo: () => void;
  /** A toast that says what has just been written, with a button that takes it back. */
  readonly tellWritten: (text: string) => void;
}

/** The last change to the config files, and a way to take it back with one click. */
export function useConfigUndo(): ConfigUndo {
  const client = useBridge();
  const { messages } = useSpeech();
  const words = messages.profiles.undo;
  const change = useSnapshot('last-config-change');
  const last = change === null || change === undefined || change.undone ? undefined : change;
  const takeBack = useCallback(
    (changeId: string) => {
      dismissUndoFailure();
      client.call('config.undo', { changeId }).then(
        () => showToast(words.done),
        (thrown: unknown) => useUndoFailure.setState({ error: toAppError(thrown) }),
      );
    },
    [client, words],
  );
  const tellWritten = useCallback(
    (text: string) => {
      const act = () => void writtenChange(client).then(takeBack);
      showToast(text, { label: words.button, act });
    },
    [client, words, takeBack],
  );
  return { last, undo: () => last !== undefined && takeBack(last.changeId), tellWritten };
}

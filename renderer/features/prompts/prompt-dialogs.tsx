import { useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import type { PromptAnswer } from '../../../shared/prompt.ts';
import { useBridge, useSnapshot } from '../../bridge/bridge-context.tsx';
import { toAppError } from '../../bridge/bridge-error.ts';
import { MfaDialog } from './mfa-dialog.tsx';
import { RunProcessDialog } from './run-process-dialog.tsx';

/** What work waits for the person's answer to, one question at a time. */
export function PromptDialogs() {
  const client = useBridge();
  const prompts = useSnapshot('prompts') ?? [];
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<{ readonly promptId: string; readonly error: AppError }>();
  // One that was answered is gone from the next snapshot.
  const prompt = prompts.find(({ promptId }) => !answered.has(promptId));
  if (prompt === undefined) return null;
  const { promptId } = prompt;
  const answer = (given: PromptAnswer) => {
    setFailure(undefined);
    setAnswered((before) => new Set(before).add(promptId));
    client.call('prompt.answer', { promptId, answer: given }).catch((thrown: unknown) => {
      setAnswered((before) => new Set([...before].filter((id) => id !== promptId)));
      setFailure({ promptId, error: toAppError(thrown) });
    });
  };
  const common = { onAnswer: answer, error: failure?.promptId === promptId ? failure.error : undefined };
  return prompt.kind === 'mfa' ? (
    <MfaDialog key={promptId} prompt={prompt} {...common} />
  ) : (
    <RunProcessDialog key={promptId} prompt={prompt} {...common} />
  );
}

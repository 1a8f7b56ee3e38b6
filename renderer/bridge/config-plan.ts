import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { ConfigChange, ConfigPlan } from '../../shared/config-change.ts';
import { useBridge } from './bridge-context.tsx';
import { toAppError } from './bridge-error.ts';
import { noteBeforeWriting } from './config-changes.ts';

export interface PlannedChange {
  /** What the change would do; undefined while it isn't known. Always that of the present change. */
  readonly plan: ConfigPlan | undefined;
  /** Why it could not be worked out. */
  readonly error: AppError | undefined;
  readonly planning: boolean;
  /** Works it out anew, e.g. because the files have changed since. */
  readonly again: () => void;
  /** Writes it. @returns whether it was written; where not, `applyError` says why */
  readonly apply: () => Promise<boolean>;
  readonly applying: boolean;
  readonly applyError: AppError | undefined;
}

/** What is known of one question; the next question makes it stale. */
interface Answer {
  readonly question: string;
  readonly plan?: ConfigPlan;
  readonly error?: AppError;
}

interface Writing {
  readonly planId: string;
  readonly error?: AppError;
}

/**
 * Works out what a change would do, and writes it when asked to. It is asked anew whenever the change is another
 * one; answers to what is no longer asked are dropped.
 * @param change undefined while there is nothing to ask
 */
export function useConfigPlan(change: ConfigChange | undefined): PlannedChange {
  const client = useBridge();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  const [writing, setWriting] = useState<Writing>();
  const text = change === undefined ? undefined : JSON.stringify(change);
  const question = `${attempt} ${text}`;
  useEffect(() => {
    if (text === undefined) return undefined;
    const controller = new AbortController();
    const heard = (news: Omit<Answer, 'question'>) => {
      if (!controller.signal.aborted) setAnswer({ question, ...news });
    };
    // The text says all there is to say of the change, however often the object is made anew.
    const wanted = JSON.parse(text) as ConfigChange;
    client.call('config.plan', { change: wanted }, { signal: controller.signal }).then(
      (plan) => heard({ plan }),
      (thrown: unknown) => heard({ error: toAppError(thrown) }),
    );
    return () => controller.abort();
  }, [client, text, question]);

  const current = text !== undefined && answer?.question === question ? answer : undefined;
  const { plan, error } = current ?? {};
  const planId = plan?.planId;
  const apply = useCallback(async () => {
    if (planId === undefined) return false;
    setWriting({ planId });
    noteBeforeWriting(client);
    try {
      await client.call('config.apply', { planId });
      setWriting(undefined);
      return true;
    } catch (thrown) {
      setWriting({ planId, error: toAppError(thrown) });
      return false;
    }
  }, [client, planId]);
  const mine = writing !== undefined && writing.planId === planId ? writing : undefined;
  return {
    plan,
    error,
    planning: text !== undefined && current === undefined,
    again: useCallback(() => setAttempt((count) => count + 1), []),
    apply,
    applying: mine !== undefined && mine.error === undefined,
    applyError: mine?.error,
  };
}

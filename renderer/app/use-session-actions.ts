import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { SignOutReport } from '../../shared/contract.ts';
import type { SessionView } from '../../shared/session.ts';
import { useBridge, useSnapshot } from '../bridge/bridge-context.tsx';
import { toAppError } from '../bridge/bridge-error.ts';
import { forgetStarted, markStartedHere } from '../features/sign-in/started-here.ts';

export interface SessionActions {
  readonly signIn: (session: Pick<SessionView, 'id'>) => void;
  readonly cancelSignIn: (session: SessionView) => void;
  /** Of one session, or of all. */
  readonly signOut: (session: SessionView | undefined) => void;
  /** How the last sign-out went. */
  readonly report: SignOutReport | undefined;
  /** An action that couldn't even begin. */
  readonly error: AppError | undefined;
  readonly dismiss: () => void;
}

/** Signing in and out, from wherever in the page. */
export function useSessionActions(): SessionActions {
  const client = useBridge();
  const queries = useQueryClient();
  const [report, setReport] = useState<SignOutReport>();
  const [error, setError] = useState<AppError>();
  // Sign-outs come as an event, since the tray and the menu sign out, too. What was there when the page
  // came is no news.
  const news = useSnapshot('signed-out');
  const seen = useRef<number>(undefined);
  useEffect(() => {
    if (news === undefined) return;
    const number = news?.number ?? 0;
    const known = seen.current;
    seen.current = number;
    if (news === null || known === undefined || number <= known) return;
    for (const { sessionId } of news.report.sessions) {
      for (const list of ['buckets.page', 'portal.accounts', 'portal.roles']) {
        queries.removeQueries({ queryKey: [list, sessionId] });
      }
    }
    setReport(news.report);
  }, [news, queries]);
  return useMemo(() => {
    const dismiss = () => {
      setReport(undefined);
      setError(undefined);
    };
    const attempt = async (action: () => Promise<void>) => {
      dismiss();
      try {
        await action();
      } catch (thrown) {
        setError(toAppError(thrown));
      }
    };
    return {
      signIn: ({ id }) =>
        void attempt(async () => {
          markStartedHere(id);
          await client.call('sign-in.start', { sessionId: id });
        }),
      cancelSignIn: ({ id }) =>
        void attempt(async () => {
          forgetStarted(id);
          await client.call('sign-in.cancel', { sessionId: id });
        }),
      signOut: (session) =>
        void attempt(async () => {
          await client.call('sign-out', session === undefined ? {} : { sessionId: session.id });
        }),
      report,
      error,
      dismiss,
    };
  }, [client, report, error]);
}

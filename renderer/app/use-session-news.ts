import { useEffect, useRef } from 'react';
import type { Overview } from '../../shared/contract.ts';
import type { SessionId } from '../../shared/session.ts';
import { usePageWords } from '../ui/language.tsx';
import { showToast } from '../ui/toast-store.ts';

/** Says so when somebody has just been signed in, here or by another program. */
export function useSessionNews(overview: Overview | undefined): void {
  const { signIns } = usePageWords();
  const before = useRef<ReadonlySet<SessionId>>(undefined);
  useEffect(() => {
    if (overview === undefined) return;
    const signedIn = overview.sessions.filter(({ status }) => status.state === 'signed-in');
    for (const { id, name } of signedIn) {
      if (before.current?.has(id) === false) showToast(signIns.signedInNews({ session: name }));
    }
    before.current = new Set(signedIn.map(({ id }) => id));
  }, [overview, signIns]);
}

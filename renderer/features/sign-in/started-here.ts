import type { SessionId } from '../../../shared/session.ts';
import type { SignIns } from '../../../shared/sign-in.ts';

const started = new Set<SessionId>();

/** Notes that the person began this sign-in on this page, so that it may open the sign-in page for it. */
export function markStartedHere(id: SessionId): void {
  started.add(id);
}

export function forgetStarted(id: SessionId): void {
  started.delete(id);
}

/** The pages to open now, each only once: of sign-ins begun here that wait and that no host opened. */
export function takePagesToOpen(signIns: SignIns): readonly string[] {
  return [...started].flatMap((id) => {
    const state = signIns[id];
    if (state?.step !== 'waiting') return [];
    started.delete(id);
    // A page that the core refused is refused here, too.
    return state.pageOpened || state.pageTrouble !== undefined ? [] : [state.verificationUriComplete];
  });
}

import type { PageMessages } from '../../../shared/messages/en/page.ts';
import type { SessionPhase } from '../../../shared/session.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import type { StatusMarkKind } from '../../ui/status-mark.tsx';

type Words = PageMessages['signIns'];

/** What to show for a session while a sign-in may be under way. */
export function markKind(phase: SessionPhase, signIn: SignInState | undefined): StatusMarkKind {
  if (signIn?.step === 'failed') return 'attention';
  return signIn === undefined ? phase : 'under-way';
}

export function stateWords(kind: StatusMarkKind, words: Words): string {
  if (kind === 'attention') return words.needsAttention;
  return kind === 'under-way' ? words.underWay : words.phase[kind];
}

export function untilWords(kind: StatusMarkKind, until: { time: string }, words: Words): string {
  if (kind === 'signed-in') return words.signedInUntil(until);
  return kind === 'ends-soon' ? words.endsSoonAt(until) : stateWords(kind, words);
}

import type { FakeClock } from '../../electron/core/support/fake-clock.ts';
import type { IdentityCenter } from '../stand-ins/identity-center/index.ts';
import { ACME_SESSION } from './acme.ts';
import { type TestApp, sessionState } from './test-app.ts';

/** Signs a person in to Acme as fast as the protocol allows. */
export async function signIn(app: TestApp, center: IdentityCenter, clock: FakeClock): Promise<void> {
  await app.ask('sign-in.start', { sessionId: ACME_SESSION });
  const signIns = await app.until('sign-ins', (now) => now[ACME_SESSION]?.step === 'waiting');
  const state = signIns[ACME_SESSION];
  if (state?.step !== 'waiting') throw new Error('not waiting');
  center.approve(state.userCode);
  await clock.skip();
  await app.until('overview', (overview) => sessionState(overview, ACME_SESSION) === 'signed-in');
}

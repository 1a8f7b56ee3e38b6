import { expect, it } from 'vitest';
import type { SignInState } from '../../../shared/sign-in.ts';
import { forgetStarted, markStartedHere, takePagesToOpen } from './started-here.ts';

const waiting = (pageOpened: boolean): SignInState => ({
  step: 'waiting',
  userCode: 'A',
  verificationUri: 'https://a.example/',
  verificationUriComplete: 'https://a.example/?user_code=A',
  startedAt: 0,
  expiresAt: 1,
  pageOpened,
});

it('opens the page once, for sign-ins begun here that nobody opened', () => {
  markStartedHere('mine');
  markStartedHere('opened');
  markStartedHere('cancelled');
  forgetStarted('cancelled');
  expect(takePagesToOpen({ mine: { step: 'registering' } })).toEqual([]);
  const all = {
    mine: waiting(false),
    opened: waiting(true),
    cancelled: waiting(false),
    elsewhere: waiting(false),
  };
  expect(takePagesToOpen(all)).toEqual(['https://a.example/?user_code=A']);
  expect(takePagesToOpen(all)).toEqual([]);
});

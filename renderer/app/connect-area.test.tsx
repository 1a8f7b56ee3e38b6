import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfigPlan } from '../../shared/config-change.ts';
import type { Overview, RequestName } from '../../shared/contract.ts';
import { NO_PLACES } from '../../shared/places.ts';
import type { SessionView } from '../../shared/session.ts';
import { acme, overview, profile, signedIn } from '../dev/sample-data.ts';
import { forgetWizard } from '../features/connect/connect-store.ts';
import { giveHeight, renderWithHost } from '../testing/render.tsx';
import { App } from './app.tsx';

// The whole window is drawn, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 30_000 });

let undo = () => {};
beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => {};
});
beforeEach(() => {
  undo = giveHeight(600);
  sessionStorage.clear();
  forgetWizard();
});
afterEach(() => {
  cleanup();
  undo();
});

const STARTED = 'https://corp.awsapps.com/start';
const DRAFT: SessionView = {
  ...acme({ state: 'signed-out', reason: 'never' }),
  id: 'sso-session:corp',
  name: 'corp',
  startUrl: STARTED,
  profiles: [],
};
const EMPTY = overview({ sessions: [], otherProfiles: [] });
const PLAN: ConfigPlan = {
  planId: 'b',
  files: [{ path: 'config', created: true, lines: [{ kind: 'added', text: '[profile x]', newLine: 1 }] }],
  commands: [],
  references: [],
  notes: [],
};
type Host = ReturnType<typeof renderWithHost>['host'];

async function start(config: Overview) {
  const { host } = renderWithHost(<App />);
  act(() => {
    host.event('overview', config);
    host.event('sign-ins', {});
    host.event('places', NO_PLACES);
    host.event('settings', { language: 'en' });
    host.event('listings', {});
    host.event('deep-link', null);
    host.event('catalogs', {});
    host.event('last-config-change', null);
    host.event('marks', []);
    host.event('prompts', []);
  });
  await answer(host, 'app.info', { version: '1', host: 'desktop', platform: 'linux', demo: false });
  return host;
}

async function answer(host: Host, name: RequestName, value: unknown) {
  await waitFor(() => expect(host.calls(name).length).toBeGreaterThan(0));
  const { id, params } = host.calls(name).at(-1) ?? { id: '', params: {} };
  await act(async () => host.reply(id, value));
  return params;
}

const tabs = () => screen.getAllByRole('tab').map((tab) => tab.textContent);
const main = () => within(screen.getByRole('main'));

describe('connecting, in the window', () => {
  it('leads from an empty home to the buckets of the first profile', async () => {
    const host = await start(EMPTY);
    fireEvent.click(await main().findByRole('button', { name: 'Connect to your organisation' }));
    expect(tabs()).toEqual(['Connect to your organisation']);
    const field = screen.getByRole('textbox', { name: 'Start URL of the AWS access portal' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: STARTED } });
    fireEvent.submit(field);
    const finding = { startUrl: STARTED, issuerUrl: STARTED, region: 'eu-west-1', suggestedName: 'corp' };
    await answer(host, 'start-url.check', finding);
    fireEvent.submit(await screen.findByRole('textbox', { name: 'Name for this sign-in' }));
    fireEvent.click(await main().findByRole('button', { name: 'Sign in' }));
    await answer(host, 'session.draft', { sessionId: DRAFT.id });
    expect(await answer(host, 'sign-in.start', {})).toEqual({ sessionId: DRAFT.id });
    act(() => {
      host.event('overview', { ...EMPTY, drafts: [DRAFT] });
      host.event('sign-ins', { [DRAFT.id]: { step: 'authorizing' } });
    });
    expect(await main().findByText('Asking IAM Identity Center for a code…')).toBeTruthy();

    // Another tab loses nothing of it.
    fireEvent.click(screen.getByRole('button', { name: 'New tab' }));
    expect(tabs()).toHaveLength(2);
    const signed = { ...DRAFT, status: signedIn(3_600_000) };
    act(() => {
      host.event('sign-ins', {});
      host.event('overview', { ...EMPTY, drafts: [signed] });
      const accounts = [{ accountId: '111122223333', accountName: 'prod', roles: ['Admin'] }];
      host.event('catalogs', { [DRAFT.id]: { phase: 'done', accounts, answered: 1, throttled: false } });
    });
    expect(document.activeElement?.closest('[inert]') ?? null).toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: /Connect/ }));
    fireEvent.click(await main().findByRole('button', { name: 'Continue' }));
    fireEvent.submit(await main().findByRole('textbox', { name: 'Profile name' }));
    await answer(host, 'config.plan', PLAN);
    fireEvent.click(await main().findByRole('button', { name: 'Write 1 profile' }));
    await answer(host, 'config.apply', {});
    const written = [profile('Admin-111122223333', '111122223333', 'Admin')];
    act(() => host.event('overview', { ...EMPTY, sessions: [{ ...signed, profiles: written }] }));
    await waitFor(() => expect(tabs()).toContain('Admin-111122223333'));
    expect(await answer(host, 'buckets.page', { buckets: [], partition: 'aws' })).toMatchObject({
      target: { kind: 'profile', profile: 'Admin-111122223333' },
    });
    expect(screen.getAllByText(/1 profile written/)).not.toEqual([]);
  });
});

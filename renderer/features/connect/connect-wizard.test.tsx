import { cleanup, act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { SessionView } from '../../../shared/session.ts';
import { acme, overview, signedIn } from '../../dev/sample-data.ts';
import { giveHeight } from '../../testing/render.tsx';
import { forgetWizard } from './connect-store.ts';
import {
  URL_FIELD,
  STARTED,
  FOUND,
  DRAFT,
  IN,
  CATALOG,
  PLAN,
  type,
  enter,
  focused,
  current,
  row,
  open,
  asked,
  answer,
  toSignIn,
  toRoles,
} from './wizard-harness.tsx';

let undo = () => {};
beforeEach(() => {
  undo = giveHeight(400);
  sessionStorage.clear();
  forgetWizard();
});
afterEach(() => {
  cleanup();
  undo();
});

describe('ConnectWizard', () => {
  it('goes from an address to written profiles by Enter alone', async () => {
    const { host, onSignIn, onWritten } = open();
    expect(focused()).toBe('Start URL of the AWS access portal');
    type(screen.getByRole('textbox', URL_FIELD), 'corp.awsapps.com');
    enter();
    // The region isn't in the address, so it is looked for.
    await answer(host, 'start-url.check', FOUND);
    expect(await screen.findByText('Looking for the portal’s region…')).toBeTruthy();
    await answer(host, 'start-url.find-region', { region: 'eu-west-1', asked: 3, unreachable: 0 });
    await waitFor(() => expect(current()).toBe('Session name'));
    expect(screen.getByText(/Europe \(Ireland\) · found by asking/)).toBeTruthy();
    expect(focused()).toBe('Name for this sign-in');
    expect(screen.getByText('Step 3 of 7: Session name').getAttribute('role')).toBe('status');
    enter();
    await waitFor(() => expect(focused()).toBe('Sign in'));

    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    const drafted = await answer(host, 'session.draft', { sessionId: DRAFT.id });
    const session = {
      name: 'corp',
      startUrl: STARTED,
      region: 'eu-west-1',
      registrationScopes: ['sso:account:access'],
    };
    expect(drafted).toEqual({ session, kind: 'sso-session' });
    expect(onSignIn).toHaveBeenCalledWith(DRAFT.id);
    act(() => host.event('overview', overview({ sessions: [], otherProfiles: [], drafts: [DRAFT] })));
    expect(screen.getByText('the code for corp')).toBeTruthy();
    act(() => host.event('overview', overview({ sessions: [], otherProfiles: [], drafts: [IN] })));
    await waitFor(() => expect(current()).toBe('Accounts and roles'));

    expect((await asked(host, 'catalog.keep')).params).toEqual({ sessionId: DRAFT.id });
    act(() => host.event('catalogs', { [DRAFT.id]: CATALOG }));
    const search = screen.getByRole('searchbox', { name: 'Search accounts and roles' });
    type(search, 'readonly');
    fireEvent.click(screen.getByRole('button', { name: 'Pick all 2 found' }));
    // Not prevented, the same keystroke would send the next step's form as well.
    expect(fireEvent.keyDown(search, { key: 'Enter' })).toBe(false);
    await waitFor(() => expect(current()).toBe('Profiles'));
    expect(focused()).toBe('Names of the profiles');
    expect(screen.getByText('Data-Lake-ReadOnly')).toBeTruthy();
    enter();
    await waitFor(() => expect(current()).toBe('Review and write'));
    // Enter must not write what nobody has read.
    expect(document.activeElement?.tagName).toBe('H2');
    const planned = await answer(host, 'config.plan', PLAN);
    expect(planned).toEqual({
      change: {
        kind: 'add-profiles',
        through: { kind: 'new-session', session },
        profiles: [
          { name: 'prod-ReadOnly', accountId: '111122223333', roleName: 'ReadOnly' },
          { name: 'Data-Lake-ReadOnly', accountId: '444455556666', roleName: 'ReadOnly' },
        ],
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Write 2 profiles' }));
    await answer(host, 'config.apply', {});
    expect(onWritten).not.toHaveBeenCalled();
    const profiles = [{ name: 'prod-ReadOnly', kind: 'sso' as const }];
    act(() => host.event('overview', overview({ sessions: [{ ...IN, profiles }] })));
    await waitFor(() =>
      expect(onWritten).toHaveBeenCalledWith(DRAFT.id, ['prod-ReadOnly', 'Data-Lake-ReadOnly']),
    );
    expect(screen.getByText(/2 profiles written/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    expect((await asked(host, 'session.drop-draft')).params).toEqual({ sessionId: DRAFT.id });
    expect(current()).toBe('Start URL');
  });

  it('checks the address after a pause, and says in place what is wrong with it', async () => {
    const { host } = open();
    const field = screen.getByRole('textbox', URL_FIELD);
    for (const text of ['h', 'https://intra', 'https://intranet.example/']) type(field, text);
    const { id, params } = await asked(host, 'start-url.check');
    expect(params).toEqual({ text: 'https://intranet.example/' });
    const error = appError('start-url.not-a-portal', { host: 'intranet.example' });
    await act(async () => host.fail(id, error));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('There is no AWS access portal at intranet.example.');
    expect(alert.closest('[aria-current=step]')).not.toBeNull();
    type(field, 'https://intranet.example/start');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(current()).toBe('Start URL');
  });

  it('calls half an address no mistake until one insists', async () => {
    const { host } = open();
    type(screen.getByRole('textbox', URL_FIELD), 'corp');
    const { id } = await asked(host, 'start-url.check');
    await act(async () => host.fail(id, appError('start-url.not-understood', { text: 'corp' })));
    await waitFor(() => expect(screen.queryByText('Checking the address…')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
    enter();
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('asks for the region, and says why, when it was not found or the search was stopped', async () => {
    const { host } = open();
    type(screen.getByRole('textbox', URL_FIELD), STARTED);
    enter();
    await answer(host, 'start-url.check', FOUND);
    await asked(host, 'start-url.find-region');
    fireEvent.click(await screen.findByRole('button', { name: 'Stop looking' }));
    expect(await screen.findByText(/You stopped the search/)).toBeTruthy();
    expect(host.sent.some(({ type }) => type === 'cancel')).toBe(true);
    await waitFor(() => expect(focused()).toBe('Region of IAM Identity Center'));
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await answer(host, 'start-url.find-region', { asked: 28, unreachable: 2 }, 2);
    expect(await screen.findByText(/none of the 28 regions that answered knows this portal/)).toBeTruthy();
    expect(screen.getByText(/2 regions could not be reached/)).toBeTruthy();
    const field = screen.getByRole('combobox', { name: 'Region of IAM Identity Center' });
    type(field, 'eu-moon-7');
    fireEvent.submit(field);
    await waitFor(() => expect(current()).toBe('Session name'));
    expect(screen.getByText('eu-moon-7')).toBeTruthy();
  });

  it('offers the sign-in that is there for the same portal, and goes on with it', async () => {
    const there = acme(signedIn(3_600_000));
    const { host } = open(overview({ sessions: [there] }));
    type(screen.getByRole('textbox', URL_FIELD), there.startUrl);
    const { startUrl } = there;
    await answer(host, 'start-url.check', { startUrl, issuerUrl: startUrl, suggestedName: 'acme' });
    expect(await screen.findByText('You have a sign-in for this portal')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Use acme' }));
    await waitFor(() => expect(current()).toBe('Accounts and roles'));
    expect((await asked(host, 'catalog.keep')).params).toEqual({ sessionId: there.id });
    act(() => host.event('catalogs', { [there.id]: CATALOG }));
    expect(await screen.findByText('has the profile prod-ro')).toBeTruthy();
    fireEvent.click(row('Admin'));
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    enter();
    const { params } = await asked(host, 'config.plan');
    expect(params).toMatchObject({ change: { through: { kind: 'session', name: 'acme' } } });
    expect(host.calls('session.draft')).toEqual([]);
  });

  it('proposes a free name, and refuses one that is taken or can’t be written', async () => {
    const { host } = open(overview({ sessions: [{ ...acme(signedIn(1)), name: 'corp' }] }));
    type(screen.getByRole('textbox', URL_FIELD), STARTED);
    enter();
    await answer(host, 'start-url.check', { ...FOUND, region: 'eu-west-1' });
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name for this sign-in' });
    expect(name.value).toBe('corp-2');
    const goOn = screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' });
    for (const [wrong, words] of [
      ['corp', /exists already/],
      ['a]b', /square brackets/],
      ['', /needed/],
    ] as const) {
      type(name, wrong);
      expect(screen.getByText(words)).toBeTruthy();
      expect(goOn.disabled).toBe(true);
    }
  });

  it('writes the legacy form where it is asked for, and says what is lost by it', async () => {
    const { host } = open();
    type(screen.getByRole('textbox', URL_FIELD), STARTED);
    enter();
    await answer(host, 'start-url.check', { ...FOUND, region: 'eu-west-1' });
    await waitFor(() => expect(current()).toBe('Session name'));
    fireEvent.click(screen.getByText('More options'));
    expect(screen.getByText(/ends after 8 hours at most/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Start URL in each profile (legacy)' }));
    expect(screen.queryByRole('textbox', { name: 'Registration scopes' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    const id = `legacy:${STARTED}`;
    expect(await answer(host, 'session.draft', { sessionId: id })).toMatchObject({
      kind: 'legacy',
      session: { registrationScopes: [] },
    });
    const legacy: SessionView = { ...IN, id, kind: 'legacy', name: 'corp.awsapps.com' };
    act(() => host.event('overview', overview({ sessions: [], drafts: [legacy] })));
    act(() => host.event('catalogs', { [id]: CATALOG }));
    await waitFor(() => expect(current()).toBe('Accounts and roles'));
    expect(screen.queryByRole('button', { name: 'Save the sign-in without profiles' })).toBeNull();
    fireEvent.click(row('Admin'));
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    enter();
    expect((await asked(host, 'config.plan')).params).toMatchObject({
      change: { through: { kind: 'legacy', startUrl: STARTED, region: 'eu-west-1' } },
    });
  });

  it('needs another sign-in once the name was changed, and gives the first one back', async () => {
    const { host } = open();
    await toRoles(host);
    fireEvent.click(screen.getByRole('button', { name: 'Change: Session name' }));
    expect(screen.getByText(/sign in once more/)).toBeTruthy();
    type(screen.getByRole('textbox', { name: 'Name for this sign-in' }), 'other');
    enter();
    await waitFor(() => expect(current()).toBe('Sign in'));
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await answer(host, 'session.drop-draft', {})).toEqual({ sessionId: DRAFT.id });
    expect((await asked(host, 'session.draft', 2)).params).toMatchObject({ session: { name: 'other' } });
  });

  it('says where a draft could not be made', async () => {
    const { host } = open();
    await toSignIn(host);
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    const { id } = await asked(host, 'session.draft');
    await act(async () => host.fail(id, appError('config.name-taken', { name: 'corp' })));
    expect((await screen.findByRole('alert')).textContent).toContain('corp');
    expect(current()).toBe('Sign in');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(false);
  });
});

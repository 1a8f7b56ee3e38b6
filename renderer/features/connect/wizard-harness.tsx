import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { ConfigPlan } from '../../../shared/config-change.ts';
import type { RequestName } from '../../../shared/contract.ts';
import type { PortalCatalog } from '../../../shared/portal-catalog.ts';
import type { SessionView } from '../../../shared/session.ts';
import { useSnapshot } from '../../bridge/bridge-context.tsx';
import { overview, signedIn } from '../../dev/sample-data.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { ConnectWizard } from './connect-wizard.tsx';

export const URL_FIELD = { name: 'Start URL of the AWS access portal' };
export const STARTED = 'https://corp.awsapps.com/start';
export const FOUND = { startUrl: STARTED, issuerUrl: STARTED, partition: 'aws', suggestedName: 'corp' };
export const DRAFT: SessionView = {
  id: 'sso-session:corp',
  kind: 'sso-session',
  name: 'corp',
  startUrl: STARTED,
  region: 'eu-west-1',
  registrationScopes: ['sso:account:access'],
  profiles: [],
  status: { state: 'signed-out', reason: 'never' },
};
export const IN: SessionView = { ...DRAFT, status: signedIn(3_600_000) };
export const CATALOG: PortalCatalog = {
  phase: 'done',
  accounts: [
    { accountId: '111122223333', accountName: 'prod', roles: ['Admin', 'ReadOnly'] },
    { accountId: '444455556666', accountName: 'Data Lake', roles: ['ReadOnly'] },
  ],
  answered: 2,
  throttled: false,
};
export const PLAN: ConfigPlan = {
  planId: '7b0d',
  files: [{ path: 'config', created: true, lines: [{ kind: 'added', text: '[profile x]', newLine: 1 }] }],
  commands: [],
  references: [],
  notes: [],
};

/** The wizard with a host that the test plays. */
export function open(config = overview({ sessions: [], otherProfiles: [] })) {
  const onSignIn = vi.fn<(id: string) => void>();
  const onWritten = vi.fn<(session: string, profiles: readonly string[]) => void>();
  const onLeave = vi.fn<() => void>();
  function Joined() {
    const now = useSnapshot('overview');
    if (now === undefined) return null;
    return (
      <ConnectWizard
        overview={now}
        renderSignIn={({ name }) => <p>the code for {name}</p>}
        onSignIn={onSignIn}
        onWritten={onWritten}
        onLeave={onLeave}
      />
    );
  }
  const view = renderWithHost(<Joined />);
  act(() => {
    view.host.event('overview', config);
    view.host.event('catalogs', {});
  });
  return { ...view, onSignIn, onWritten, onLeave };
}
export type Host = ReturnType<typeof open>['host'];

export async function asked(host: Host, name: RequestName, times = 1) {
  await waitFor(() => expect(host.calls(name)).toHaveLength(times));
  return host.calls(name).at(-1) ?? { id: '', params: {} };
}
export async function answer(host: Host, name: RequestName, value: unknown, times = 1) {
  const { id, params } = await asked(host, name, times);
  await act(async () => host.reply(id, value));
  return params;
}
export const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
export const enter = () => {
  const form = document.activeElement?.closest('form');
  if (form === null || form === undefined) throw new Error('the keyboard is in no form');
  fireEvent.submit(form);
};
export const focused = () => {
  const { activeElement: field } = document;
  return (field instanceof HTMLInputElement ? field.labels?.[0]?.textContent : null) ?? field?.textContent;
};
export const current = () => document.querySelector('[aria-current=step] h2')?.textContent;
export const row = (name: string) =>
  screen.getByText(name).closest<HTMLElement>('[role=row]') ?? document.body;

/** Through the steps before the sign-in. */
export async function toSignIn(host: Host) {
  type(screen.getByRole('textbox', URL_FIELD), 'corp.awsapps.com');
  enter();
  await answer(host, 'start-url.check', { ...FOUND, region: 'eu-west-1', regionFrom: 'host' });
  await waitFor(() => expect(current()).toBe('Session name'));
  enter();
  await waitFor(() => expect(current()).toBe('Sign in'));
}

export async function toRoles(host: Host, catalog = CATALOG) {
  await toSignIn(host);
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await answer(host, 'session.draft', { sessionId: DRAFT.id });
  act(() => host.event('overview', overview({ sessions: [], otherProfiles: [], drafts: [IN] })));
  await asked(host, 'catalog.keep');
  act(() => host.event('catalogs', { [DRAFT.id]: catalog }));
  await waitFor(() => expect(current()).toBe('Accounts and roles'));
}

/** Enter in a field that hasn't the keyboard. */
export function enterFrom(field: HTMLElement) {
  const form = field.closest('form');
  if (form !== null) fireEvent.submit(form);
}

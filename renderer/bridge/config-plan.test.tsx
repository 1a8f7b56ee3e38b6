import { act, cleanup, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { appError } from '../../shared/app-error.ts';
import type { ConfigChange, LastConfigChange } from '../../shared/config-change.ts';
import { planOf } from '../dev/profile-data.ts';
import { renderWithHost } from '../testing/render.tsx';
import { writtenChange } from './config-changes.ts';
import { type PlannedChange, useConfigPlan } from './config-plan.ts';

afterEach(cleanup);

const remove = (name: string): ConfigChange => ({ kind: 'delete-profiles', names: [name] });
interface Seen {
  planned?: PlannedChange;
}

interface ProbeProps {
  readonly change: ConfigChange | undefined;
  readonly onPlanned: (planned: PlannedChange) => void;
}

function Probe({ change, onPlanned }: ProbeProps) {
  const planned = useConfigPlan(change);
  useEffect(() => {
    onPlanned(planned);
  });
  return (
    <p>
      {planned.planning ? 'planning' : (planned.error?.code ?? planned.plan?.planId ?? 'nothing asked')}
      {planned.applying && ', applying'} {planned.applyError?.code}
    </p>
  );
}

function start(change: ConfigChange | undefined) {
  const seen: Seen = {};
  const probe = (what: ConfigChange | undefined) => (
    <Probe change={what} onPlanned={(planned) => (seen.planned = planned)} />
  );
  const { host, client, show } = renderWithHost(probe(change));
  const call = (name: 'config.plan' | 'config.apply', at = -1) => host.calls(name).at(at)?.id ?? '';
  const plan = (planId: string, at = -1) =>
    act(async () => host.reply(call('config.plan', at), { ...planOf(remove('x')), planId }));
  return { host, client, seen, call, plan, ask: (next: ConfigChange | undefined) => show(probe(next)) };
}
const text = () => screen.getByRole('paragraph').textContent?.trim();

describe('useConfigPlan', () => {
  it('asks for nothing until there is a change', async () => {
    const { host, ask, plan } = start(undefined);
    expect(text()).toBe('nothing asked');
    ask(remove('dev'));
    expect(text()).toBe('planning');
    await plan('one');
    expect(text()).toBe('one');
    // The same change, made anew by a form that was drawn again.
    ask(remove('dev'));
    expect(host.calls('config.plan')).toHaveLength(1);
  });

  it('drops what it hears of a change that is no longer asked about', async () => {
    const { host, ask, plan } = start(remove('dev'));
    ask(remove('prod'));
    expect(host.sent.filter(({ type }) => type === 'cancel')).toHaveLength(1);
    await plan('stale', 0);
    expect(text()).toBe('planning');
    await plan('fresh');
    expect(text()).toBe('fresh');
  });

  it('writes the plan that is shown, and says why it could not', async () => {
    const { host, seen, call, plan } = start(remove('dev'));
    await plan('one');
    let written: Promise<boolean> | undefined;
    act(() => void (written = seen.planned?.apply()));
    expect(text()).toBe('one, applying');
    expect(host.calls('config.apply').at(-1)?.params).toEqual({ planId: 'one' });
    await act(async () => host.fail(call('config.apply'), appError('config.locked', { path: '/c' })));
    expect(await written).toBe(false);
    expect(text()).toBe('one config.locked');
    act(() => seen.planned?.again());
    expect(text()).toBe('planning');
    await plan('two');
    expect(text()).toBe('two');
    act(() => void (written = seen.planned?.apply()));
    await act(async () => host.reply(call('config.apply'), {}));
    expect(await written).toBe(true);
  });

  it('tells what was written from the change before it', async () => {
    const { host, client, seen, call, plan } = start(remove('dev'));
    const last = (changeId: string): LastConfigChange => ({
      changeId,
      at: 0,
      what: 'delete-profiles',
      names: ['dev'],
      undone: false,
      backups: [],
    });
    client.subscribe('last-config-change', () => {});
    host.event('last-config-change', last('before'));
    await plan('one');
    act(() => void seen.planned?.apply());
    await act(async () => host.reply(call('config.apply'), {}));
    const heard: string[] = [];
    const done = writtenChange(client).then((changeId) => heard.push(changeId));
    await act(async () => {});
    expect(heard).toEqual([]);
    host.event('last-config-change', last('mine'));
    await done;
    expect(heard).toEqual(['mine']);
  });
});

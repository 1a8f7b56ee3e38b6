import { describe, expect, it } from 'vitest';
import { appError } from '../../shared/app-error.ts';
import { FakeTransport } from '../testing/fake-transport.ts';
import { BridgeError } from './bridge-error.ts';
import { BridgeClient } from './client.ts';

function open() {
  const host = new FakeTransport();
  let next = 1;
  const client = new BridgeClient(host, () => String(next++));
  const stop = client.start();
  host.state('open');
  return { host, client, stop };
}

const target = { kind: 'profile', profile: 'prod-ro' } as const;
const code = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (thrown: BridgeError) => thrown.error.code,
  );

describe('BridgeClient.call', () => {
  it('gives each call its own answer, in whatever order they come', async () => {
    const { host, client } = open();
    const first = client.call('sign-in.open-page', { sessionId: 'a' });
    const second = client.call('sign-in.open-page', { sessionId: 'b' });
    host.reply('2', { opened: false });
    host.reply('1', { opened: true });
    expect(await Promise.all([first, second])).toEqual([{ opened: true }, { opened: false }]);
  });

  it('throws what the host says', async () => {
    const { host, client } = open();
    const call = client.call('buckets.page', { target });
    host.fail('1', appError('s3.throttled', {}, 'SlowDown'));
    await expect(call).rejects.toMatchObject({ error: { code: 's3.throttled', technical: 'SlowDown' } });
    await expect(call).rejects.toBeInstanceOf(BridgeError);
  });

  it('tells the host to stop when its signal fires, and forgets the answer', async () => {
    const { host, client } = open();
    const controller = new AbortController();
    const call = client.call('buckets.page', { target }, { signal: controller.signal });
    const other = client.call('app.info', {});
    controller.abort();
    expect(await code(call)).toBe('bridge.cancelled');
    expect(host.sent.at(-1)).toEqual({ type: 'cancel', id: '1' });
    host.reply('1', { buckets: [] });
    host.reply('2', {});
    expect(await code(other)).toBe('answered');
  });

  it('sends nothing for a signal that has fired already, nor after the answer', async () => {
    const { host, client } = open();
    expect(await code(client.call('app.info', {}, { signal: AbortSignal.abort() }))).toBe('bridge.cancelled');
    expect(host.sent).toEqual([]);
    const controller = new AbortController();
    const call = client.call('app.info', {}, { signal: controller.signal });
    host.reply('1', {});
    await call;
    controller.abort();
    expect(host.sent).toHaveLength(1);
  });

  it('fails what is under way when the host goes, and what is asked while it is away', async () => {
    const { host, client } = open();
    const underWay = code(client.call('app.info', {}));
    host.state('away');
    expect(await underWay).toBe('bridge.disconnected');
    expect(await code(client.call('app.info', {}))).toBe('bridge.disconnected');
    host.state('open');
    const call = client.call('app.info', {});
    host.reply(host.calls('app.info').at(-1)?.id ?? '', {});
    expect(await code(call)).toBe('answered');
  });

  it('keeps calls made before the first connection until it stands', async () => {
    const host = new FakeTransport();
    const client = new BridgeClient(host);
    client.start();
    const call = client.call('app.info', {});
    expect(host.sent).toEqual([]);
    host.state('open');
    host.reply(host.calls('app.info')[0]?.id ?? '', { version: '1' });
    expect(await call).toEqual({ version: '1' });
  });

  it('fails what is under way when the page stops talking', async () => {
    const { client, stop } = open();
    const call = code(client.call('app.info', {}));
    stop();
    expect(await call).toBe('bridge.disconnected');
  });
});

describe('BridgeClient.subscribe', () => {
  it('subscribes once for many listeners, and tells late ones the last snapshot', () => {
    const { host, client } = open();
    const heard: unknown[] = [];
    client.subscribe('settings', (settings) => heard.push(['first', settings.language]));
    host.event('settings', { language: 'ja' });
    const stop = client.subscribe('settings', (settings) => heard.push(['second', settings.language]));
    stop();
    host.event('settings', { language: 'en' });
    expect(heard).toEqual([
      ['first', 'ja'],
      ['second', 'ja'],
      ['first', 'en'],
    ]);
    expect(host.sent).toEqual([{ type: 'subscribe', event: 'settings' }]);
  });

  it('subscribes again on each new connection', () => {
    const { host, client } = open();
    client.subscribe('overview', () => {});
    client.subscribe('activity', () => {});
    host.sent.length = 0;
    host.state('away');
    host.state('open');
    expect(host.sent).toEqual([
      { type: 'subscribe', event: 'overview' },
      { type: 'subscribe', event: 'activity' },
    ]);
  });
});

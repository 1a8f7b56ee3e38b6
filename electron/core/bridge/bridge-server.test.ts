import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '../../../shared/activity.ts';
import type { HostMessage } from '../../../shared/wire.ts';
import { failure } from '../app-failure.ts';
import { BridgeServer, type RequestHandlers } from './bridge-server.ts';
import { quietEvents } from './testing/quiet-events.ts';

const unused = () => Promise.reject(new Error('not asked for'));
const handlers = (some: Partial<RequestHandlers>): RequestHandlers =>
  new Proxy(some, { get: (target, name) => Reflect.get(target, name) ?? unused }) as RequestHandlers;

function open(some: Partial<RequestHandlers>) {
  const log: string[] = [];
  const write = (message: string, facts?: object) => void log.push(message + JSON.stringify(facts));
  const events = quietEvents(30);
  const { activity } = events;
  const server = new BridgeServer(handlers(some), events, { info: write, warn: write, error: write });
  const sent: HostMessage[] = [];
  let heard: (() => void) | undefined;
  const connection = server.connect((message) => {
    sent.push(message);
    heard?.();
  });
  const messages = async (count: number) => {
    while (sent.length < count) await new Promise<void>((resolve) => (heard = resolve));
    return sent;
  };
  return { connection, sent, messages, log, activity };
}

const call = (id: string, name: string, params: unknown = {}) => ({ type: 'call', id, name, params });

describe('BridgeServer', () => {
  it('answers each call with an envelope of its own id', async () => {
    const { connection, messages } = open({
      'sign-in.open-page': async ({ sessionId }) => ({ opened: sessionId === 'a' }),
    });
    connection.receive(call('1', 'sign-in.open-page', { sessionId: 'a' }));
    connection.receive(call('2', 'sign-in.open-page', { sessionId: 'b' }));
    expect(await messages(2)).toEqual([
      { type: 'reply', id: '1', envelope: { ok: true, value: { opened: true } } },
      { type: 'reply', id: '2', envelope: { ok: true, value: { opened: false } } },
    ]);
  });

  it('cancels one call without touching another of the same name', async () => {
    const { connection, messages } = open({
      'portal.accounts': ({ sessionId }, signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          if (sessionId === 'quick') setImmediate(() => resolve({ items: [] }));
        }),
    });
    connection.receive(call('slow', 'portal.accounts', { sessionId: 'slow' }));
    connection.receive({ type: 'cancel', id: 'slow' });
    connection.receive(call('quick', 'portal.accounts', { sessionId: 'quick' }));
    expect(await messages(2)).toMatchObject([
      { id: 'slow', envelope: { ok: false, error: { code: 'bridge.cancelled' } } },
      { id: 'quick', envelope: { ok: true } },
    ]);
  });

  it('aborts what is under way when the page goes, and sends nothing more', async () => {
    let aborted = false;
    const { connection, sent } = open({
      'app.info': (_params, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason);
          });
        }),
    });
    connection.receive(call('1', 'app.info'));
    await Promise.resolve();
    connection.close();
    await new Promise(setImmediate);
    expect(aborted).toBe(true);
    expect(sent).toEqual([]);
  });

  it('passes our errors on, and hides the words of any other', async () => {
    const { connection, messages, log } = open({
      'app.info': () => Promise.reject(failure('portal.throttled', {})),
      'settings.update': () => Promise.reject(new Error('token=secret')),
    });
    connection.receive(call('1', 'app.info'));
    connection.receive(call('2', 'settings.update'));
    expect(await messages(2)).toEqual([
      { type: 'reply', id: '1', envelope: { ok: false, error: { code: 'portal.throttled', params: {} } } },
      {
        type: 'reply',
        id: '2',
        envelope: { ok: false, error: { code: 'internal', params: {}, technical: 'Error' } },
      },
    ]);
    expect(log.join()).toContain('settings.update');
    expect(log.join()).not.toContain('secret');
  });

  it.each([
    ['clipboard.write', { text: 1 }],
    ['clipboard.write', {}],
    ['sign-in.start', { sessionId: '' }],
    ['sign-in.start', { sessionId: 'a', more: 1 }],
    ['buckets.page', { target: { kind: 'profile' } }],
    ['portal.roles', { sessionId: 'a', accountId: '12' }],
    ['settings.update', { language: 'fr' }],
    ['__proto__', {}],
    ['toString', {}],
  ])('refuses %s %j before a handler sees it', async (name, params) => {
    const { connection, messages } = open({});
    connection.receive(call('1', name, params));
    expect(await messages(1)).toMatchObject([
      { envelope: { ok: false, error: { code: 'bridge.bad-request', params: { request: name } } } },
    ]);
  });

  it('drops what is no message at all', () => {
    const { connection, sent } = open({});
    for (const message of [null, 1, 'x', [], {}, { type: 'call' }, { type: 'subscribe', event: 'nothing' }]) {
      connection.receive(message);
    }
    expect(sent).toEqual([]);
  });

  it('sends a snapshot on subscribing, once for a burst of changes, and none twice', async () => {
    const { connection, messages, activity } = open({});
    connection.receive({ type: 'subscribe', event: 'activity' });
    connection.receive({ type: 'subscribe', event: 'activity' });
    expect(await messages(1)).toEqual([{ type: 'event', event: 'activity', payload: [] }]);
    for (let turn = 0; turn < 100; turn += 1) activity.set([turn as unknown as ActivityEntry]);
    expect(await messages(2)).toEqual([
      { type: 'event', event: 'activity', payload: [] },
      { type: 'event', event: 'activity', payload: [99] },
    ]);
  });
});

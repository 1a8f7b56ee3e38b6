import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HostMessage } from '../../shared/wire.ts';
import type { BridgeConnection } from '../core/bridge/bridge-server.ts';
import type { LogFacts } from '../core/ports.ts';
import { FROM_PAGE, TO_PAGE } from './ipc-channels.ts';
import { IpcTransport, type PageContents, type PageEvent } from './ipc-transport.ts';
import { TrustedSenders } from './trusted-sender.ts';

const ORIGIN = 'bucket-porter://app';
const CALL = { type: 'call', id: 'c1', name: 'app.info', params: {} };

class FakeContents extends EventEmitter implements PageContents {
  readonly id: number;
  readonly mainFrame = { origin: ORIGIN };
  readonly sent: [string, HostMessage][] = [];
  destroyed = false;

  constructor(id: number) {
    super();
    this.id = id;
  }
  isDestroyed = () => this.destroyed;
  send(channel: string, message: HostMessage): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.sent.push([channel, message]);
  }
}

/** Remembers each connection, what it received and whether it was closed. */
class FakeBridge {
  readonly connections: { received: unknown[]; closed: boolean; send: (message: HostMessage) => void }[] = [];

  connect(send: (message: HostMessage) => void): BridgeConnection {
    const connection = { received: [] as unknown[], closed: false, send };
    this.connections.push(connection);
    return {
      receive: (message) => void connection.received.push(message),
      close: () => {
        connection.closed = true;
      },
    };
  }
}

let channel: EventEmitter;
let bridge: FakeBridge;
let contents: FakeContents;
let replies: [string, HostMessage][];
let warnings: (LogFacts | undefined)[];

beforeEach(() => {
  channel = new EventEmitter();
  bridge = new FakeBridge();
  contents = new FakeContents(1);
  replies = [];
  warnings = [];
});

const logger = {
  info: () => undefined,
  warn: (_message: string, facts?: LogFacts) => void warnings.push(facts),
  error: () => undefined,
};

function transport(standing: Promise<FakeBridge> = Promise.resolve(bridge)): IpcTransport {
  const made = new IpcTransport(channel, standing, new TrustedSenders(ORIGIN), logger);
  made.addWindow(contents);
  return made;
}

/** A message as Electron hands it over; resolves once it can have gone through. */
async function say(
  message: unknown,
  load: unknown = 'load-1',
  change: Partial<PageEvent> = {},
): Promise<void> {
  const event: PageEvent = {
    sender: contents,
    senderFrame: contents.mainFrame,
    reply: (to, answer) => void replies.push([to, answer]),
    ...change,
  };
  channel.emit(FROM_PAGE, event, load, message);
  await new Promise(setImmediate);
}

describe('IpcTransport', () => {
  it('carries messages both ways', async () => {
    transport();
    await say(CALL);
    expect(bridge.connections[0]?.received).toEqual([CALL]);
    const answer: HostMessage = { type: 'event', event: 'overview', payload: 1 };
    bridge.connections[0]?.send(answer);
    expect(contents.sent).toEqual([[TO_PAGE, answer]]);
  });

  it('keeps what is asked before the bridge stands, in order', async () => {
    let stand: (bridge: FakeBridge) => void = () => undefined;
    transport(new Promise((resolve) => (stand = resolve)));
    await say({ type: 'subscribe', event: 'overview' });
    await say(CALL);
    stand(bridge);
    await new Promise(setImmediate);
    expect(bridge.connections.map(({ received }) => received)).toEqual([
      [{ type: 'subscribe', event: 'overview' }, CALL],
    ]);
  });

  it('answers a refused call, tells the core nothing of it and logs why', async () => {
    transport();
    await say(CALL, 'load-1', { senderFrame: { origin: ORIGIN } });
    expect(bridge.connections).toEqual([]);
    expect(replies).toEqual([
      [
        TO_PAGE,
        {
          type: 'reply',
          id: 'c1',
          envelope: { ok: false, error: { code: 'bridge.untrusted-sender', params: {} } },
        },
      ],
    ]);
    expect(warnings).toEqual([{ reason: 'not-main-frame' }]);
  });

  it('has nobody to answer where the frame is gone', async () => {
    transport();
    await say(CALL, 'load-1', { senderFrame: null });
    expect([bridge.connections, replies]).toEqual([[], []]);
    expect(warnings).toEqual([{ reason: 'frame-gone' }]);
  });

  it('refuses windows that it was not told of', async () => {
    transport();
    const stranger = new FakeContents(2);
    await say(CALL, 'load-1', { sender: stranger, senderFrame: stranger.mainFrame });
    expect(bridge.connections).toEqual([]);
    expect(replies).toHaveLength(1);
  });

  it.each([undefined, 7, null, {}])('drops a message of no load (%j)', async (load) => {
    transport();
    // A default would stand in for undefined, so the message is sent by hand.
    channel.emit(
      FROM_PAGE,
      { sender: contents, senderFrame: contents.mainFrame, reply: () => undefined },
      load,
      CALL,
    );
    await new Promise(setImmediate);
    expect(bridge.connections).toEqual([]);
  });

  it('ends the connection of a page that was reloaded', async () => {
    transport();
    await say(CALL, 'load-1');
    await say({ type: 'subscribe', event: 'overview' }, 'load-2');
    expect(bridge.connections.map(({ closed }) => closed)).toEqual([true, false]);
    expect(bridge.connections[1]?.received).toEqual([{ type: 'subscribe', event: 'overview' }]);
  });

  it.each(['render-process-gone', 'destroyed'])('ends the connection on %s', async (event) => {
    transport();
    await say(CALL);
    contents.emit(event);
    await new Promise(setImmediate);
    expect(bridge.connections[0]?.closed).toBe(true);
  });

  it('refuses a window that was destroyed, and sends it nothing', async () => {
    transport();
    await say(CALL);
    contents.destroyed = true;
    expect(() => bridge.connections[0]?.send({ type: 'event', event: 'overview', payload: 1 })).not.toThrow();
    contents.emit('destroyed');
    await say(CALL);
    expect(bridge.connections).toHaveLength(1);
    expect(warnings).toEqual([{ reason: 'unknown-window' }]);
  });

  it('survives a bridge that can’t be made', async () => {
    transport(Promise.reject(new Error('no disk')));
    await say(CALL);
    contents.emit('destroyed');
    await new Promise(setImmediate);
    expect(contents.sent).toEqual([]);
  });
});

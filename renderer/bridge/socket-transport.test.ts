import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostMessage } from '../../shared/wire.ts';
import { bridgeAddress, socketTransport } from './socket-transport.ts';

class FakeSocket extends EventTarget {
  readonly sent: string[] = [];
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.dispatchEvent(new Event('close'));
  }
  opens(): void {
    this.dispatchEvent(new Event('open'));
  }
  hears(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function start() {
  const sockets: FakeSocket[] = [];
  const states: string[] = [];
  const messages: HostMessage[] = [];
  const transport = socketTransport({
    url: 'ws://127.0.0.1:1/bridge',
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => 0.5,
  });
  const stop = transport.start({
    receive: (message) => messages.push(message),
    state: (state) => states.push(state),
  });
  const last = () => sockets.at(-1) ?? new FakeSocket();
  return { transport, sockets, states, messages, stop, last };
}

describe('socketTransport', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends and receives JSON, and drops what is none', () => {
    const { transport, messages, last } = start();
    last().opens();
    transport.send({ type: 'subscribe', event: 'overview' });
    expect(last().sent).toEqual(['{"type":"subscribe","event":"overview"}']);
    last().hears('{"type":"event","event":"activity","payload":[]}');
    last().hears('<html>');
    last().hears(new ArrayBuffer(2));
    expect(messages).toEqual([{ type: 'event', event: 'activity', payload: [] }]);
  });

  it('comes back with growing pauses, and starts small again after a connection', () => {
    const { sockets, states, last } = start();
    const pauses: number[] = [];
    const failAndWait = () => {
      const before = sockets.length;
      const at = Date.now();
      last().close();
      while (sockets.length === before) vi.advanceTimersByTime(50);
      pauses.push(Date.now() - at);
    };
    for (let attempt = 0; attempt < 8; attempt += 1) failAndWait();
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
    last().opens();
    failAndWait();
    expect(pauses.at(-1)).toBe(250);
    expect(states.filter((state) => state === 'open')).toHaveLength(1);
  });

  it('tries at once when the network is back', () => {
    const { sockets, last } = start();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      last().close();
      vi.advanceTimersByTime(10_000);
    }
    last().close();
    const before = sockets.length;
    window.dispatchEvent(new Event('online'));
    expect(sockets).toHaveLength(before + 1);
    vi.advanceTimersByTime(20_000);
    expect(sockets).toHaveLength(before + 1);
  });

  it('stays away once it is stopped', () => {
    const { sockets, states, stop } = start();
    stop();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(states).toEqual(['connecting']);
  });

  it('is addressed beside the page', () => {
    expect(bridgeAddress({ href: 'http://127.0.0.1:4711/' })).toBe('ws://127.0.0.1:4711/bridge');
    expect(bridgeAddress({ href: 'https://dev.example/porter/?a#b' })).toBe(
      'wss://dev.example/porter/bridge',
    );
  });
});

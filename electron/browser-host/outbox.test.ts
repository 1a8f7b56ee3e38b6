import { expect, test } from 'vitest';
import type { HostMessage } from '../../shared/wire.ts';
import { Outbox, type Pipe } from './outbox.ts';

/** A pipe that a test fills and empties. */
class TestPipe implements Pipe {
  bufferedAmount = 0;
  readonly sent: HostMessage[] = [];
  readonly #callbacks: ((error?: Error | null) => void)[] = [];

  send(text: string, sent: (error?: Error | null) => void): void {
    this.sent.push(JSON.parse(text) as HostMessage);
    this.#callbacks.push(sent);
  }

  drain(error?: Error): void {
    this.bufferedAmount = 0;
    for (const callback of this.#callbacks.splice(0)) callback(error);
  }
}

const activity = (payload: number): HostMessage => ({ type: 'event', event: 'activity', payload });
const settings = (payload: number): HostMessage => ({ type: 'event', event: 'settings', payload });
const reply = (id: string): HostMessage => ({ type: 'reply', id, envelope: { ok: true, value: null } });

test('while the page keeps up, everything goes out in order', () => {
  const pipe = new TestPipe();
  const outbox = new Outbox(pipe, 10);
  for (const message of [activity(1), reply('a'), activity(2)]) outbox.send(message);
  expect(pipe.sent).toEqual([activity(1), reply('a'), activity(2)]);
});

test('a slow page gets every reply, and of the events the latest of each kind', () => {
  const pipe = new TestPipe();
  const outbox = new Outbox(pipe, 10);
  outbox.send(activity(1));
  pipe.bufferedAmount = 11;
  for (const message of [activity(2), settings(1), activity(3), reply('a')]) outbox.send(message);
  expect(pipe.sent).toEqual([activity(1), reply('a')]);
  pipe.drain();
  expect(pipe.sent).toEqual([activity(1), reply('a'), activity(3), settings(1)]);
  pipe.drain();
  expect(pipe.sent).toHaveLength(4);
});

test('a snapshot that waited is not sent after a newer one', () => {
  const pipe = new TestPipe();
  const outbox = new Outbox(pipe, 10);
  outbox.send(reply('a'));
  pipe.bufferedAmount = 11;
  outbox.send(activity(1));
  pipe.bufferedAmount = 0;
  outbox.send(activity(2));
  pipe.drain();
  expect(pipe.sent).toEqual([reply('a'), activity(2)]);
});

test('once the connection is broken nothing more is tried', () => {
  const pipe = new TestPipe();
  const outbox = new Outbox(pipe, 10);
  outbox.send(reply('a'));
  pipe.bufferedAmount = 11;
  outbox.send(activity(1));
  pipe.drain(new Error('gone'));
  expect(pipe.sent).toEqual([reply('a')]);
});

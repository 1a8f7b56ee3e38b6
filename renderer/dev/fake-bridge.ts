import { appError } from '../../shared/app-error.ts';
import type { Envelope, EventName, Events, RequestName, Requests } from '../../shared/contract.ts';
import type { HostMessage, PageBridge } from '../../shared/wire.ts';

export type FakeHandlers = {
  readonly [Name in RequestName]?: (
    params: Requests[Name]['params'],
  ) => Requests[Name]['result'] | Promise<Requests[Name]['result']>;
};

export interface FakeHost {
  readonly events: Events;
  readonly handlers: FakeHandlers;
}

/** A host made of a few answers, behind the bridge that the desktop puts into a page. */
export function fakeBridge({ events, handlers }: FakeHost): PageBridge {
  const listeners = new Set<(message: HostMessage) => void>();
  const tell = (message: HostMessage) => {
    for (const listener of listeners) listener(message);
  };
  const settings = { current: events.settings };
  const answer = async (name: RequestName, params: unknown): Promise<Envelope<unknown>> => {
    if (name === 'settings.update') {
      settings.current = { ...settings.current, ...(params as object) };
      tell({ type: 'event', event: 'settings', payload: settings.current });
      return { ok: true, value: {} };
    }
    const handler = handlers[name] as ((params: unknown) => unknown) | undefined;
    if (handler === undefined) return { ok: true, value: {} };
    try {
      return { ok: true, value: await handler(params) };
    } catch (thrown) {
      const known = thrown as { code?: string };
      return { ok: false, error: (known.code === undefined ? appError('internal', {}) : known) as never };
    }
  };
  const snapshot = (event: EventName) => (event === 'settings' ? settings.current : events[event]);
  return {
    send(message) {
      if (message.type === 'call') {
        void answer(message.name, message.params).then((envelope) =>
          tell({ type: 'reply', id: message.id, envelope }),
        );
      } else if (message.type === 'subscribe') {
        queueMicrotask(() => tell({ type: 'event', event: message.event, payload: snapshot(message.event) }));
      }
    },
    listen(receive) {
      listeners.add(receive);
      return () => listeners.delete(receive);
    },
  };
}

import type { RequestName, RequestParams } from '../../shared/contract.ts';
import type { HostMessage, PageBridge } from '../../shared/wire.ts';
import { FakeListing, type FakeListingSource } from './fake-listing.ts';

type Params<Name extends RequestName> = RequestParams<Name>;

/** Answers what concerns listings, and leaves the rest to another bridge. */
export function fakeListingBridge(
  base: PageBridge,
  sources: (prefix: string) => FakeListingSource,
): PageBridge {
  const listings = new Map<string, FakeListing>();
  const calls = new Map<string, string>();
  const listeners = new Set<(message: HostMessage) => void>();
  const tell = (message: HostMessage) => {
    for (const listener of listeners) listener(message);
  };
  const news = () => {
    const payload = Object.fromEntries([...listings].map(([id, listing]) => [id, listing.state()]));
    tell({ type: 'event', event: 'listings', payload });
  };
  const begin = ({ listingId, spec }: Params<'listing.keep'>) => {
    const source = sources(spec.prefix);
    const listing = new FakeListing(source);
    listings.set(listingId, listing);
    queueMicrotask(news);
    if (source.pace === undefined) return;
    const timer = setInterval(() => {
      listing.arrive();
      news();
      if (listing.complete || !listings.has(listingId)) clearInterval(timer);
    }, 100);
  };
  const answer = (name: RequestName, params: unknown): unknown => {
    const { listingId } = params as { listingId: string };
    const listing = listings.get(listingId);
    if (listing === undefined) return {};
    if (name === 'listing.rows') {
      const { view, from, count, anchor } = params as Params<'listing.rows'>;
      return listing.rows(view, from, count, anchor);
    }
    if (name === 'listing.find') {
      const { view, text, match, from } = params as Params<'listing.find'>;
      return listing.find(view, text, match, from);
    }
    if (name === 'listing.text') return listing.text((params as Params<'listing.text'>).view);
    if (name === 'listing.select') {
      const { view, change } = params as Params<'listing.select'>;
      const summary = listing.select(view, change);
      queueMicrotask(news);
      return summary;
    }
    return {};
  };
  return {
    send(message) {
      if (message.type === 'call' && message.name === 'listing.keep') {
        const params = message.params as Params<'listing.keep'>;
        calls.set(message.id, params.listingId);
        begin(params);
      } else if (message.type === 'call' && message.name.startsWith('listing.')) {
        const { id, name, params } = message;
        // As an answer from another process: later, and copied.
        setTimeout(() => {
          const value = structuredClone(answer(name, params));
          tell({ type: 'reply', id, envelope: { ok: true, value } });
        }, 2);
      } else if (message.type === 'cancel' && calls.has(message.id)) {
        listings.delete(calls.get(message.id) ?? '');
        calls.delete(message.id);
      } else if (message.type === 'subscribe' && message.event === 'listings') queueMicrotask(news);
      else base.send(message);
    },
    listen(receive) {
      listeners.add(receive);
      const stop = base.listen(receive);
      return () => {
        listeners.delete(receive);
        stop();
      };
    },
  };
}

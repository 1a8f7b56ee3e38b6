import { StoredListing } from '../../electron/core/s3/listing/rows/stored-listing.ts';
import type { RowStore, RowStores } from '../../electron/core/s3/listing/row-store.ts';

/** Row stores on the thread that asks: what they do is the same, and tests need no thread of their own. */
export class InlineRows implements RowStores {
  open(spec: Parameters<RowStores['open']>[0]): RowStore {
    const rows = new StoredListing(spec);
    return {
      add: async (range, body, bounds) => rows.add(range, body, bounds),
      rows: async (view, from, count, anchor) => rows.rows(view, from, count, anchor),
      find: async (view, text, match, from) => rows.find(view, text, match, from),
      select: async (view, change) => rows.select(view, change),
      selection: async () => rows.selection(),
      text: async (view, form) => rows.text(view, form),
      selectedKeys: async (from, count) => rows.selectedKeys(from, count),
      classes: async () => rows.classes(),
      boundaries: async (parts) => rows.boundaries(parts),
      beginRefresh: async () => rows.beginRefresh(),
      finishRefresh: async () => rows.finishRefresh(),
      abandonRefresh: async () => rows.abandonRefresh(),
      close: () => {},
    };
  }

  async close(): Promise<void> {}
}

import { failure } from '../../../app-failure.ts';
import type { RowStore } from '../row-store.ts';
import type { ListingCall } from './row-messages.ts';

/** @param transfer A buffer that is given away with the call */
export type CallThread = (
  method: ListingCall,
  args: readonly unknown[],
  transfer?: ArrayBuffer,
) => Promise<unknown>;

/** A store whose rows are on a thread. */
export class ThreadRowStore implements RowStore {
  readonly #callThread: CallThread;
  readonly #release: () => void;
  #isClosed = false;

  constructor(callThread: CallThread, release: () => void) {
    this.#callThread = callThread;
    this.#release = release;
  }

  add: RowStore['add'] = (range, body, bounds) => this.#call('add', [range, body, bounds], body.buffer);
  rows: RowStore['rows'] = (...args) => this.#call('rows', args);
  find: RowStore['find'] = (...args) => this.#call('find', args);
  select: RowStore['select'] = (...args) => this.#call('select', args);
  selection: RowStore['selection'] = () => this.#call('selection', []);
  text: RowStore['text'] = (...args) => this.#call('text', args);
  selectedKeys: RowStore['selectedKeys'] = (...args) => this.#call('selectedKeys', args);
  classes: RowStore['classes'] = () => this.#call('classes', []);
  boundaries: RowStore['boundaries'] = (...args) => this.#call('boundaries', args);
  beginRefresh: RowStore['beginRefresh'] = () => this.#call('beginRefresh', []);
  finishRefresh: RowStore['finishRefresh'] = () => this.#call('finishRefresh', []);
  abandonRefresh: RowStore['abandonRefresh'] = () => this.#call('abandonRefresh', []);

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#release();
  }

  /** The thread answers with what the method of the same name gave. */
  async #call<Answer>(
    method: ListingCall,
    args: readonly unknown[],
    transfer?: ArrayBuffer,
  ): Promise<Answer> {
    if (this.#isClosed) throw failure('work.gone', {});
    return (await this.#callThread(method, args, transfer)) as Answer;
  }
}

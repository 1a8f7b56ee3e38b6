import { type ResourceLimits, Worker, isMarkedAsUntransferable } from 'node:worker_threads';
import { type AppError, appError } from '../../../../../shared/app-error.ts';
import { AppFailure } from '../../../app-failure.ts';
import { workerFile } from '../../../support/worker-file.ts';
import { PageBuffers } from '../page-buffers.ts';
import type { RowStore, RowStoreSpec, RowStores } from '../row-store.ts';
import type { RowAnswer, RowRequest } from './row-messages.ts';
import { type CallThread, ThreadRowStore } from './thread-row-store.ts';

/** Rows lie outside the heap; inside are the runs of ids and what is being answered. */
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

export interface RowThreadOptions {
  readonly limits?: ResourceLimits;
  readonly onFailure?: (error: AppError) => void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: AppFailure) => void;
}

/**
 * Stores on a thread of their own. It is started by {@link warm} or the first {@link open}, doesn't keep the process
 * alive while nothing is asked of it, and is started anew by the next `open` after it died; the stores it held stay lost.
 */
export class RowThread implements RowStores {
  readonly buffers = new PageBuffers();
  readonly #limits: ResourceLimits;
  readonly #onFailure: (error: AppError) => void;
  #line: ThreadLine | undefined;
  #stores = 0;
  #isClosed = false;

  constructor({ limits = LIMITS, onFailure = () => undefined }: RowThreadOptions = {}) {
    this.#limits = limits;
    this.#onFailure = onFailure;
  }

  /** Starts the thread, if it isn't there. */
  warm(): void {
    this.#running();
  }

  /** @throws {AppFailure} `work.gone` once it is closed */
  open(spec: RowStoreSpec): RowStore {
    const store = ++this.#stores;
    const line = this.#running();
    line.send({ kind: 'open', store, spec });
    const call: CallThread = (method, args, transfer) => line.call(store, method, args, transfer);
    return new ThreadRowStore(call, () => line.send({ kind: 'close', store }));
  }

  /** Ends the thread; what is under way and all later calls throw `work.gone`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#line?.end(appError('work.gone', {}));
  }

  #running(): ThreadLine {
    if (this.#isClosed) throw new AppFailure(appError('work.gone', {}));
    if (this.#line === undefined || this.#line.isOver) {
      this.#line = new ThreadLine(this.#limits, this.#onFailure, this.buffers);
    }
    return this.#line;
  }
}

/** One thread and the calls that wait for it. */
class ThreadLine {
  readonly #worker: Worker;
  readonly #buffers: PageBuffers;
  readonly #pending = new Map<number, Pending>();
  #calls = 0;
  #over: AppError | undefined;

  constructor(limits: ResourceLimits, onFailure: (error: AppError) => void, buffers: PageBuffers) {
    this.#buffers = buffers;
    this.#worker = new Worker(workerFile(import.meta.dirname, 'listing-worker', 'row-thread.ts'), {
      execArgv: [],
      resourceLimits: limits,
    });
    this.#worker.unref();
    const fail = (error: AppError) => {
      if (this.#over !== undefined) return;
      this.#finish(error);
      onFailure(error);
    };
    this.#worker.on('message', (answer: RowAnswer) => this.#settle(answer));
    this.#worker.on('error', (thrown: unknown) => fail(threadError(thrown)));
    this.#worker.on('messageerror', (thrown) => fail(threadError(thrown)));
    this.#worker.on('exit', (code) =>
      fail(appError('internal', {}, `The listing thread ended with ${code}.`)),
    );
  }

  get isOver(): boolean {
    return this.#over !== undefined;
  }

  send(request: RowRequest, transfer: readonly ArrayBuffer[] = []): void {
    if (this.#over === undefined) this.#worker.postMessage(request, [...transfer]);
  }

  call: (store: number, ...call: Parameters<CallThread>) => Promise<unknown> = (
    store,
    method,
    args,
    buffer,
  ) => {
    if (this.#over !== undefined) return Promise.reject(new AppFailure(this.#over));
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      // A buffer that is shared with others, as small ones of Node's pool are, is copied instead.
      const canMove = buffer !== undefined && !isMarkedAsUntransferable(buffer);
      this.send({ kind: 'call', id, store, method, args }, canMove ? [buffer] : []);
      if (this.#pending.size === 0) this.#worker.ref();
      this.#pending.set(id, { resolve, reject });
    });
  };

  async end(reason: AppError): Promise<void> {
    if (this.#over === undefined) this.#finish(reason);
    await this.#worker.terminate();
  }

  #finish(reason: AppError): void {
    this.#over = reason;
    for (const { reject } of this.#pending.values()) reject(new AppFailure(reason));
    this.#pending.clear();
    this.#worker.unref();
  }

  #settle(answer: RowAnswer): void {
    if (answer.spare !== undefined) this.#buffers.giveBack(answer.spare);
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if ('error' in answer) pending?.reject(new AppFailure(answer.error));
    else pending?.resolve(answer.value);
  }
}

function threadError(thrown: unknown): AppError {
  const { code, message } = thrown as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? appError('work.out-of-memory', {}, message)
    : appError('internal', {}, message);
}

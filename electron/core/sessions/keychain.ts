import { Worker } from 'node:worker_threads';
import { workerFile } from '../support/worker-file.ts';
import type { KeychainAnswer } from './keychain-worker.ts';

/** Where the vault's key is kept. */
export interface Keychain {
  /**
   * The vault's 32-byte key; made and stored at the first call.
   * @throws {KeychainFault} where there is no keychain or it refuses.
   */
  key(): Promise<Buffer>;
}

export type KeychainFaultCause = 'no-keychain' | 'locked' | 'refused';

export class KeychainFault extends Error {
  readonly because: KeychainFaultCause;

  constructor(because: KeychainFaultCause, message: string) {
    super(message);
    this.name = 'KeychainFault';
    this.because = because;
  }
}

/** A keychain that asks the person something waits for them; after this we go on without it. */
const PATIENCE_MS = 60_000;

const ENDING_MS = 500;

/**
 * The operating system's keychain: macOS Keychain, Windows Credential Manager, or the Secret Service on
 * Linux. Asked on a thread of its own, with a limit, so that it can never hold up the app.
 */
export class SystemKeychain implements Keychain {
  readonly #patienceMs: number;
  #key: Promise<Buffer> | undefined;

  constructor(patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
  }

  key(): Promise<Buffer> {
    this.#key ??= ask(this.#patienceMs).catch((thrown: unknown) => {
      this.#key = undefined; // a keychain unlocked later is asked again
      throw thrown;
    });
    return this.#key;
  }
}

async function ask(patienceMs: number): Promise<Buffer> {
  const worker = new Worker(workerFile(import.meta.dirname, 'keychain-worker'), { execArgv: [] });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<KeychainAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      timer = setTimeout(
        () => reject(new KeychainFault('locked', 'The keychain did not answer.')),
        patienceMs,
      );
    });
    if ('fault' in answer) throw asFault(answer.fault);
    return Buffer.from(answer.key);
  } catch (thrown) {
    throw thrown instanceof KeychainFault ? thrown : asFault((thrown as Error).message);
  } finally {
    clearTimeout(timer);
    await end(worker);
  }
}

/**
 * Ends the thread. One that stands still inside the native module can't be ended, and Node would wait for it
 * for ever on the way out; then the process is ended by force once it has said that it is done.
 */
async function end(worker: Worker): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), ENDING_MS);
  });
  const isStuck = await Promise.race([worker.terminate(), stuck]);
  clearTimeout(timer);
  if (isStuck === true) process.once('exit', () => process.kill(process.pid, 'SIGKILL'));
}

const NOT_THERE =
  /no (default )?(store|storage|backend)|not (be )?(found|reach|available|connect)|unavailable|receive a reply|dbus|d-bus|zbus|connection|ServiceUnknown|cannot find (module|package)/i;

function asFault(text: string): KeychainFault {
  if (/locked|no result|prompt|dismissed|cancel/i.test(text)) return new KeychainFault('locked', text);
  return new KeychainFault(NOT_THERE.test(text) ? 'no-keychain' : 'refused', text);
}

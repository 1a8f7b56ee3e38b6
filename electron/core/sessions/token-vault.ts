import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { VaultStatus } from '../../../shared/contract.ts';
import type { SessionId, TokenStorage } from '../../../shared/session.ts';
import { AppFailure } from '../app-failure.ts';
import { writeFailure } from '../support/write-failure.ts';
import { type Keychain, KeychainFault } from './keychain.ts';
import { seal, unseal } from './sealed-file.ts';
import { type StoredSession, parseStoredSession } from './stored-session.ts';

/**
 * Keeps what belongs to a session: sealed on disk under a key from the OS keychain, one file per session.
 * Where there is no keychain or the disk refuses, it stays in this process only; it is never written in
 * clear.
 */
export class TokenVault {
  readonly #folder: string;
  readonly #keychain: Keychain;
  readonly #memory = new Map<SessionId, StoredSession>();
  readonly #turns = new Map<SessionId, Promise<void>>();
  #status: VaultStatus = { storage: 'keychain' };

  /** @param folder where the sealed files are; made when first needed */
  constructor(folder: string, keychain: Keychain) {
    this.#folder = folder;
    this.#keychain = keychain;
  }

  get status(): VaultStatus {
    return this.#status;
  }

  /** Asks the keychain, so that the status is true before anything depends on it. */
  async probe(): Promise<VaultStatus> {
    await this.#key();
    return this.#status;
  }

  /**
   * @returns undefined where nothing is kept; `damaged` where a file is there that can't be opened;
   * `locked` where one is there and the keychain doesn't give its key
   */
  async load(id: SessionId): Promise<StoredSession | 'damaged' | 'locked' | undefined> {
    const remembered = this.#memory.get(id);
    if (remembered !== undefined) return remembered;
    let bytes: Buffer;
    try {
      bytes = await readFile(this.#path(id));
    } catch (thrown) {
      return (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged';
    }
    const key = await this.#key();
    if (key === undefined) return 'locked';
    const text = unseal(key, id, bytes);
    return (text === undefined ? undefined : parseStoredSession(text)) ?? 'damaged';
  }

  /**
   * Never throws: a disk or keychain that refuses leaves it in memory.
   * @param wanted asked right before writing, since a keychain may take its time: what is no longer wanted is
   *   not written
   * @returns where it is kept now
   */
  async save(id: SessionId, stored: StoredSession, wanted = () => true): Promise<TokenStorage> {
    const key = await this.#key();
    if (key !== undefined) {
      try {
        await this.#inTurn(id, async () => {
          if (wanted()) await this.#write(id, seal(key, id, JSON.stringify(stored)));
        });
        if (!wanted()) return 'memory';
        this.#memory.delete(id);
        this.#status = { storage: 'keychain' };
        return 'keychain';
      } catch (thrown) {
        const failure = writeFailure(this.#path(id), thrown);
        const reason = failure instanceof AppFailure ? (failure.error.technical ?? '') : String(failure);
        this.#status = { storage: 'memory', cause: 'disk', reason };
      }
    }
    if (wanted()) this.#memory.set(id, stored);
    return 'memory';
  }

  /** Forgets a session here and on disk. @throws {AppFailure} `disk.refused` where the file won't go. */
  async remove(id: SessionId): Promise<void> {
    this.#memory.delete(id);
    try {
      await this.#inTurn(id, () => rm(this.#path(id), { force: true }));
    } catch (thrown) {
      throw writeFailure(this.#path(id), thrown);
    }
  }

  /**
   * Removes the files of all sessions but these: what was sealed for sessions that nobody knows any more.
   * @throws {AppFailure} `disk.refused`
   */
  async removeUnlisted(ids: readonly SessionId[]): Promise<void> {
    const listed = new Set(ids.map((id) => this.#path(id)));
    const names = await readdir(this.#folder).catch(() => []);
    for (const path of names.map((name) => join(this.#folder, name))) {
      if (!path.endsWith('.sealed') || listed.has(path)) continue;
      await rm(path, { force: true }).catch((thrown: unknown) => {
        throw writeFailure(path, thrown);
      });
    }
  }

  /** One session's file is touched by one hand at a time, in the order in which things were decided. */
  #inTurn(id: SessionId, action: () => Promise<void>): Promise<void> {
    const before = this.#turns.get(id) ?? Promise.resolve();
    const turn = before.then(action);
    this.#turns.set(
      id,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async #write(id: SessionId, bytes: Buffer): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await writeFileAtomic(this.#path(id), bytes, { mode: 0o600 });
  }

  async #key(): Promise<Buffer | undefined> {
    try {
      const key = await this.#keychain.key();
      if (this.#status.storage === 'memory' && this.#status.cause !== 'disk') {
        this.#status = { storage: 'keychain' };
      }
      return key;
    } catch (thrown) {
      const fault =
        thrown instanceof KeychainFault ? thrown : new KeychainFault('refused', 'The keychain failed.');
      this.#status = { storage: 'memory', cause: fault.because, reason: fault.message };
      return undefined;
    }
  }

  /** File names say nothing about the session. */
  #path(id: SessionId): string {
    return join(this.#folder, `${createHash('sha256').update(id).digest('hex')}.sealed`);
  }
}

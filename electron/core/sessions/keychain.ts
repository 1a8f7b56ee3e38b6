import { randomBytes } from 'node:crypto';

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

const SERVICE = 'Bucket Porter';
const ACCOUNT = 'vault-key';
/** A keychain that asks the person something waits for them; after this we go on without it. */
const PATIENCE_MS = 60_000;

/**
 * The operating system's keychain: macOS Keychain, Windows Credential Manager, or the Secret Service on
 * Linux. The Linux store is pinned: left alone, the library would silently fall back to the kernel
 * keyring, which forgets at logout.
 */
export class SystemKeychain implements Keychain {
  #key: Promise<Buffer> | undefined;

  key(): Promise<Buffer> {
    this.#key ??= readOrMakeKey().catch((thrown: unknown) => {
      this.#key = undefined; // a keychain unlocked later is asked again
      throw asFault(thrown);
    });
    return this.#key;
  }
}

async function readOrMakeKey(): Promise<Buffer> {
  // Loaded when needed: the native module must not hold up the window.
  const { AsyncEntry } = await import('@napi-rs/keyring');
  const entry = new AsyncEntry(SERVICE, ACCOUNT, { linux: { store: 'secret-service' } });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const kept = await entry.getSecret(signal);
  if (kept !== null && kept.length === 32) return Buffer.from(kept);
  await entry.setSecret(randomBytes(32), signal);
  // Another copy of the app may have stored its key in the same moment; what the keychain says counts.
  const stored = await entry.getSecret(signal);
  if (stored === null || stored.length !== 32) {
    throw new KeychainFault('refused', 'The keychain did not keep the key.');
  }
  return Buffer.from(stored);
}

function asFault(thrown: unknown): KeychainFault {
  if (thrown instanceof KeychainFault) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (/locked|no result|prompt|dismissed|cancel|abort|timed? ?out/i.test(text))
    return new KeychainFault('locked', text);
  if (
    /no (default )?(store|storage|backend)|not (be )?(found|reach|available|connect)|unavailable|dbus|d-bus|zbus|connection|ServiceUnknown|cannot find module/i.test(
      text,
    )
  ) {
    return new KeychainFault('no-keychain', text);
  }
  return new KeychainFault('refused', text);
}

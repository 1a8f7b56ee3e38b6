/**
 * Asks the keychain, on a thread of its own: the native module may stand still for as long as the keychain
 * does (a bus that never answers, a question to the person), and the app must not stand still with it.
 */
import { randomBytes } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { AsyncEntry } from '@napi-rs/keyring';

const SERVICE = 'Bucket Porter';
const ACCOUNT = 'vault-key';
const KEY_BYTES = 32;

export type KeychainAnswer = { readonly key: Uint8Array } | { readonly fault: string };

async function readOrMakeKey(): Promise<Uint8Array> {
  // The Linux store is pinned: left alone, the library would silently fall back to the kernel keyring,
  // which forgets at logout.
  const entry = new AsyncEntry(SERVICE, ACCOUNT, { linux: { store: 'secret-service' } });
  const kept = await entry.getSecret();
  if (kept !== null && kept.length === KEY_BYTES) return Uint8Array.from(kept);
  await entry.setSecret(randomBytes(KEY_BYTES));
  // Another copy of the app may have stored its key in the same moment; what the keychain says counts.
  const stored = await entry.getSecret();
  if (stored === null || stored.length !== KEY_BYTES) throw new Error('The keychain did not keep the key.');
  return Uint8Array.from(stored);
}

const answer: KeychainAnswer = await readOrMakeKey().then(
  (key) => ({ key }),
  (thrown: unknown) => ({ fault: thrown instanceof Error ? thrown.message : String(thrown) }),
);
parentPort?.postMessage(answer);

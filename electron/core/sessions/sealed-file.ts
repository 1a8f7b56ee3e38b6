import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const MAGIC = Buffer.from('BPV1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals text with AES-256-GCM: `BPV1`, a 12-byte nonce, a 16-byte tag, the ciphertext. The name goes in as
 * associated data, so one session's file can't pass for another's.
 * @param key 32 bytes
 */
export function seal(key: Buffer, name: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated(name));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([MAGIC, nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what {@link seal} made. @returns undefined where it was damaged, or sealed by another key or name. */
export function unseal(key: Buffer, name: string, bytes: Buffer): string | undefined {
  const head = MAGIC.length + NONCE_BYTES + TAG_BYTES;
  if (bytes.length < head || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const nonce = bytes.subarray(MAGIC.length, MAGIC.length + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(name));
  decipher.setAuthTag(bytes.subarray(head - TAG_BYTES, head));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(head)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function associated(name: string): Buffer {
  return Buffer.concat([MAGIC, Buffer.from(name, 'utf8')]);
}

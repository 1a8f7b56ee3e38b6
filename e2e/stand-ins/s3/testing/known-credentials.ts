import type { Credential, CredentialLookup } from '../credential-lookup.ts';

/** A credential look-up that tests fill by hand. */
export class KnownCredentials implements CredentialLookup {
  readonly #known = new Map<string, Credential>();

  lookup(accessKeyId: string): Credential | undefined {
    return this.#known.get(accessKeyId);
  }

  set(accessKeyId: string, credential: Credential): void {
    this.#known.set(accessKeyId, credential);
  }
}

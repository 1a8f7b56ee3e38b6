/** One set of credentials as the stand-in needs to know them. Times are epoch milliseconds. */
export interface Credential {
  readonly secretAccessKey: string;
  /** Absent or empty for a long-lived key. */
  readonly sessionToken?: string;
  /** Absent for credentials that never expire. */
  readonly expiresAt?: number;
  readonly accountId: string;
  readonly roleName: string;
}

/** Where the stand-in looks an access key up, at every request, so that revoking works at once. */
export interface CredentialLookup {
  /** `undefined` for a key that was never issued or is revoked; an expired key is still known. */
  lookup(accessKeyId: string): Credential | undefined;
}

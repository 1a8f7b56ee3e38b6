import { z } from 'zod';

/** A registered OIDC client (RegisterClient); valid for about 90 days. */
const registrationSchema = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Unix milliseconds. */
  expiresAt: z.number(),
  scopes: z.array(z.string()),
  region: z.string(),
});

const tokenSchema = z.object({
  accessToken: z.string().min(1),
  /** Absent for legacy sessions and clients without the scope `sso:account:access`. */
  refreshToken: z.string().min(1).optional(),
  /** Unix milliseconds. */
  expiresAt: z.number(),
  signedInAt: z.number(),
});

/** What the vault keeps for one session. All of it is secret. */
const storedSessionSchema = z.object({
  /** So that a session whose start URL or region was changed in the config isn't taken for the old one. */
  startUrl: z.string(),
  region: z.string(),
  registration: registrationSchema.optional(),
  token: tokenSchema.optional(),
});

export type ClientRegistration = z.infer<typeof registrationSchema>;
export type SsoToken = z.infer<typeof tokenSchema>;
export type StoredSession = z.infer<typeof storedSessionSchema>;

/** @returns undefined for anything that isn't one. */
export function parseStoredSession(text: string): StoredSession | undefined {
  try {
    return storedSessionSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

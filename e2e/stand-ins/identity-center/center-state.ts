import type { CredentialLedger } from '../credential-ledger.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import { ClientRegistry } from './client-registry.ts';
import { DeviceAuthorizations } from './device-authorizations.ts';
import { IssuedSecrets } from './issued-secrets.ts';
import type { Knobs } from './knobs.ts';
import type { Organisation } from './organisation.ts';
import { Sessions } from './sessions.ts';

/** Everything one stand-in remembers. The services and pages are functions over it. */
export interface CenterState {
  /** Known once the server listens. */
  url: string;
  readonly knobs: Knobs;
  readonly organisations: Organisation[];
  readonly ledger: CredentialLedger;
  readonly secrets: IssuedSecrets;
  readonly clients: ClientRegistry;
  readonly devices: DeviceAuthorizations;
  readonly codes: AuthorizationCodes;
  readonly sessions: Sessions;
}

export function createState(
  knobs: Knobs,
  organisations: Organisation[],
  ledger: CredentialLedger,
): CenterState {
  const secrets = new IssuedSecrets();
  return {
    url: '',
    knobs,
    organisations,
    ledger,
    secrets,
    clients: new ClientRegistry(knobs, secrets),
    devices: new DeviceAuthorizations(knobs, secrets),
    codes: new AuthorizationCodes(knobs, secrets),
    sessions: new Sessions(knobs, secrets),
  };
}

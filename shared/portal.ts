/** An account of the access portal (portal ListAccounts). Name and e-mail may be missing. */
export interface PortalAccount {
  readonly accountId: string;
  readonly accountName?: string;
  readonly emailAddress?: string;
}

/** A role (permission set) one may take on in an account (portal ListAccountRoles). */
export interface PortalRole {
  readonly accountId: string;
  readonly roleName: string;
}

export interface PortalPage<Item> {
  readonly items: readonly Item[];
  /** Opaque; absent on the last page. */
  readonly nextToken?: string;
}

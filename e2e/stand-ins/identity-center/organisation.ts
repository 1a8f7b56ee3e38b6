/** An AWS account, and the roles (permission sets) the one person of this stand-in has in it. */
export interface Account {
  /** Twelve digits. */
  accountId: string;
  accountName?: string;
  emailAddress?: string;
  roles: string[];
}

/** One IAM Identity Center instance. Tests may change it while the server runs. */
export interface Organisation {
  /** The access portal's address, as a person would type it: `https://acme.awsapps.com/start`. */
  startUrl: string;
  region: string;
  /** Shown on the approval page. Without it, the first label of the start URL's host is. */
  name?: string;
  accounts: Account[];
}

/**
 * Finds the organisation a start URL belongs to, or `undefined`. People paste the portal's address with what
 * the browser adds to it, so a fragment (`/start#/`), a trailing slash and the case of the host don't count.
 */
export function findOrganisation(
  organisations: readonly Organisation[],
  startUrl: string,
): Organisation | undefined {
  const wanted = comparable(startUrl);
  return wanted === undefined
    ? undefined
    : organisations.find((candidate) => comparable(candidate.startUrl) === wanted);
}

/** Whether a region's endpoint knows it. `undefined` stands for all regions. */
export function isAt(organisation: Organisation, region: string | undefined): boolean {
  return region === undefined || organisation.region === region;
}

export function organisationName(organisation: Organisation): string {
  return (
    organisation.name ?? URL.parse(organisation.startUrl)?.hostname.split('.')[0] ?? organisation.startUrl
  );
}

function comparable(startUrl: string): string | undefined {
  const url = URL.parse(startUrl);
  return url === null ? undefined : `${url.origin}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

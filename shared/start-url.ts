/** What is known of an access portal from its start URL alone, before anyone signs in. */
export interface StartUrlFinding {
  /** As it should stand in the config: tidied up, but the person's own address (also the AWS CLI's cache key). */
  readonly startUrl: string;
  /** Where it leads, for the service's own calls; differs from `startUrl` for an organisation's own address. */
  readonly issuerUrl: string;
  /** Absent where neither the address nor its redirect says it. */
  readonly region?: string;
  readonly regionFrom?: 'host' | 'redirect';
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-eusc`; absent where it isn't known. */
  readonly partition?: string;
  /** A short name for the session, made from the address. */
  readonly suggestedName: string;
}

/** What asking region after region came to. */
export interface RegionSearch {
  /** Absent where no region knows this portal. */
  readonly region?: string;
  /** Regions that answered. */
  readonly asked: number;
  /** Regions that could not be reached. */
  readonly unreachable: number;
}

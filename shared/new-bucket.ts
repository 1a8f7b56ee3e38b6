/** What a person chose for a bucket to be made. */
export interface NewBucket {
  readonly name: string;
  readonly region: string;
  readonly versioning: boolean;
  /** All four settings of S3 Block Public Access. */
  readonly blockPublicAccess: boolean;
  readonly objectLock: boolean;
}

/** An upload in parts that was begun and neither completed nor aborted; its parts are billed. */
export interface IncompleteUpload {
  readonly key: string;
  readonly uploadId: string;
  /** Unix milliseconds. */
  readonly initiated: number;
  readonly storageClass: string;
  /** Who began it, where the service says so: an ARN or a name. */
  readonly initiator?: string;
}

export interface IncompleteUploadPage {
  readonly uploads: readonly IncompleteUpload[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

/** Of the parts that are there. */
export interface UploadedParts {
  readonly parts: number;
  readonly bytes: number;
}

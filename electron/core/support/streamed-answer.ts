/** An answer to a page's request for bytes, which a host sends as it is. */
export interface StreamedAnswer {
  readonly status: number;
  /** `content-length` among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Cancelling the stream ends what is read for it. */
  readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
}

/**
 * Answers requests below `preview/` in the page's own folder.
 * @param path from `preview/` on, undecoded, without a query
 * @param range the request's `Range` header
 * @returns undefined where there is no such thing (any more)
 */
export type PreviewResponder = (
  path: string,
  range: string | undefined,
) => Promise<StreamedAnswer | undefined>;

/** What an object looks like inside, as far as it was read. No script of it ever runs. */
export type Preview = PreviewContent & {
  /** Bytes of the object. */
  readonly size: number;
  /** Bytes that were read for this, before unpacking. */
  readonly read: number;
  /** Set where it was packed and has been unpacked to look inside. */
  readonly unpacked?: 'gzip' | 'zstd' | 'brotli';
  /** There is more than what is shown. */
  readonly partial: boolean;
};

export type PreviewContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly language: 'plain' | 'json' | 'xml' | 'markdown' | 'yaml' | 'log' | 'code';
      readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'latin1';
    }
  | {
      readonly kind: 'table';
      readonly from: 'csv' | 'tsv' | 'jsonl' | 'parquet';
      readonly table: PreviewTable;
    }
  /** Pictures, documents, sound, film: the page loads the bytes itself from `source`, see `previews` in the core. */
  | {
      readonly kind: 'image' | 'pdf' | 'audio' | 'video';
      /** Relative to the page; served by its host, allowed for this page only, until the preview is closed. */
      readonly source: string;
      readonly mediaType: string;
    }
  | {
      readonly kind: 'hex';
      /** Base64. */ readonly bytes: string;
      /** Of the first byte. */ readonly offset: number;
    }
  | { readonly kind: 'empty' }
  /** In an archive class and not restored. */
  | { readonly kind: 'archived'; readonly storageClass: string }
  /** A kind that can be shown, but this one is larger than the limit (bytes). */
  | { readonly kind: 'too-large'; readonly what: 'image' | 'pdf' | 'parquet'; readonly limit: number };

export interface PreviewTable {
  readonly columns: readonly { readonly name: string; readonly type?: string }[];
  readonly rows: readonly (readonly string[])[];
  /** Rows in the whole object, where that is known (Parquet). */
  readonly totalRows?: number;
}

/** Two versions side by side, as text. */
export interface TextComparison {
  readonly lines: readonly ComparedLine[];
  readonly added: number;
  readonly removed: number;
  /** One or both were cut off at the limit. */
  readonly partial: boolean;
}

export interface ComparedLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** From 1; in the older and the newer text. */
  readonly before?: number;
  readonly after?: number;
}

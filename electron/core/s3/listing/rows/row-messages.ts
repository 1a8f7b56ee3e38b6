import type { AppError } from '../../../../../shared/app-error.ts';
import type { RowStoreSpec } from '../row-store.ts';
import type { StoredListing } from './stored-listing.ts';

/** What can be asked of a listing by name; each is a method of {@link StoredListing}. */
export type ListingCall = Exclude<keyof StoredListing, 'release'>;

/** To the thread. */
export type RowRequest =
  | { readonly kind: 'open'; readonly store: number; readonly spec: RowStoreSpec }
  | { readonly kind: 'close'; readonly store: number }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly store: number;
      readonly method: ListingCall;
      readonly args: readonly unknown[];
    };

/** From the thread: one for each call. */
export type RowAnswer = {
  readonly id: number;
  /** The buffer of a page that was read, given back. */
  readonly spare?: ArrayBuffer;
} & ({ readonly value: unknown } | { readonly error: AppError });

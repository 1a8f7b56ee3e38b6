import type { DeletionSpec } from '../../../../shared/deletion.ts';
import type { ListingSpec, SelectionSummary } from '../../../../shared/listing.ts';
import { addressKey } from '../../../../shared/bucket-address.ts';
import { failure } from '../../app-failure.ts';

/** What a deletion needs of the listings; all of them throw {AppFailure} `work.gone` for a listing that is. */
export interface SelectedRows {
  specOf(listingId: string): ListingSpec;
  selection(listingId: string): Promise<SelectionSummary>;
  /** Whole keys of selected rows in the order of the listing, from the `from`-th on; folders end in `/`. */
  selectedKeys(listingId: string, from: number, count: number): Promise<readonly string[]>;
}

/** What is meant, as keys and prefixes: fixed from here on, whatever becomes of the listing. */
export interface DeletionTargets {
  /** Everything below them, as it is when it is deleted. */
  readonly prefixes: readonly string[];
  /** Exactly these, in packs of up to a thousand. */
  readonly keys: readonly PackedKeys[];
  /** Bytes of the objects behind the keys, where they are known. */
  readonly keyBytes: number;
}

/** The first of what was selected, to be named before it is deleted. */
const NAMED = 5;

/** What a selection is, for the person who is about to delete it; undefined for other scopes. */
export function selectedIn(
  { scope }: DeletionSpec,
  { prefixes, keys }: DeletionTargets,
): { readonly rows: number; readonly first: readonly string[] } | undefined {
  if (scope.kind !== 'selection') return undefined;
  const rows = prefixes.length + keys.reduce((total, pack) => total + pack.count, 0);
  return { rows, first: [...prefixes.slice(0, NAMED), ...(keys[0]?.unpack() ?? [])].slice(0, NAMED) };
}

/** Up to a thousand keys in one buffer: a million of them as JavaScript strings would take several times as much. */
export class PackedKeys {
  readonly #packed: Buffer;
  readonly count: number;

  constructor(keys: readonly string[]) {
    this.#packed = Buffer.from(JSON.stringify(keys));
    this.count = keys.length;
  }

  unpack(): string[] {
    return JSON.parse(this.#packed.toString()) as string[];
  }
}

const PACK = 1_000;
const READ_AT_ONCE = 10_000;
const ATTEMPTS = 5;

/** @throws {AppFailure} `work.gone` where the listing with the selection is, or changes without end */
export async function deletionTargets(spec: DeletionSpec, rows: SelectedRows): Promise<DeletionTargets> {
  const { scope } = spec;
  if (scope.kind === 'bucket') return { prefixes: [''], keys: [], keyBytes: 0 };
  if (scope.kind === 'prefix') return { prefixes: [scope.prefix], keys: [], keyBytes: 0 };
  const { listingId } = scope;
  const listing = rows.specOf(listingId);
  if (addressKey(listing.at) !== addressKey(spec.at)) throw failure('work.gone', {});
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await rows.selection(listingId);
    const targets = await readSelection(listing, listingId, rows);
    const after = await rows.selection(listingId);
    const count = targets.prefixes.length + targets.keys.reduce((total, pack) => total + pack.count, 0);
    // Somebody may click while a long selection is being read.
    const isSame = before.rows === after.rows && before.bytes === after.bytes && count === after.rows;
    if (isSame) return { ...targets, keyBytes: after.bytes };
  }
  throw failure('work.gone', {});
}

async function readSelection(listing: ListingSpec, listingId: string, rows: SelectedRows) {
  const prefixes: string[] = [];
  const keys: PackedKeys[] = [];
  let pack: string[] = [];
  const closePack = () => {
    if (pack.length > 0) keys.push(new PackedKeys(pack));
    pack = [];
  };
  for (let from = 0; ;) {
    const read = await rows.selectedKeys(listingId, from, READ_AT_ONCE);
    if (read.length === 0) break;
    from += read.length;
    for (const key of read) {
      if (isFolder(listing, key)) prefixes.push(key);
      else if (pack.push(key) === PACK) closePack();
    }
  }
  closePack();
  return { prefixes, keys };
}

/**
 * Whether a selected row is a folder. The folder's own marker (a key that equals the listing's prefix) ends in `/`
 * as well but is an object: taken for a folder, it would delete all that is shown. A search has objects only.
 */
function isFolder({ kind, prefix }: ListingSpec, key: string): boolean {
  return kind === 'folder' && key.endsWith('/') && key !== prefix;
}

import { hasFault } from '../listing-faults.ts';
import type { OperationContext } from '../operation.ts';
import { compareKeys } from '../store/key-order.ts';
import type { ListPage, ListPosition } from '../store/list-page.ts';
import { encodeToken, type PageToken } from './continuation-token.ts';

/** What a page of ListObjectsV2 was asked for by. */
export interface AskedPage {
  /** As sent; absent on the first page. */
  readonly token: string | undefined;
  /** Where the page begins: what the token hides, or `start-after`. */
  readonly after: PageToken | undefined;
}

/** The token of the page after this one, or `undefined` on the last; a faulty bucket gives the wrong one. */
export function nextToken(context: OperationContext, asked: AskedPage, page: ListPage): string | undefined {
  const turn = asked.after?.turn ?? 0;
  if (hasFault(context, 'repeated-token') && asked.token !== undefined) return asked.token;
  if (hasFault(context, 'duplicated-pages') && turn === 0) {
    return encodeToken({ ...(asked.after ?? { key: '', isCommonPrefix: false }), turn: 1 });
  }
  if (page.next !== undefined) return encodeToken(page.next);
  if (!hasFault(context, 'endless-pages')) return undefined;
  return encodeToken({ ...endOf(page, asked.after), turn: turn + 1 });
}

/** The last place of a page, or the place an empty one began at. */
function endOf(page: ListPage, after: ListPosition | undefined): ListPosition {
  const keys = [...page.objects.map((object) => object.key), ...page.commonPrefixes];
  const last = keys.reduce((a, b) => (compareKeys(a, b) > 0 ? a : b), after?.key ?? '');
  if (keys.length === 0) return { key: last, isCommonPrefix: after?.isCommonPrefix ?? false };
  return { key: last, isCommonPrefix: page.commonPrefixes.includes(last) };
}

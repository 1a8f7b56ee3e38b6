import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import type { S3Location } from '../../shared/s3-location.ts';
import { useSnapshot } from '../bridge/bridge-context.tsx';

export interface FollowedLink {
  /** Why the last link led nowhere. */
  readonly error: AppError | undefined;
  readonly dismiss: () => void;
}

const STORED = 'bucket-porter.followed-link';

/**
 * Follows links into the app, in a new tab. One that was followed before this page came is followed, too, since
 * a link may start the app; but not once more by a page that is loaded again.
 */
export function useDeepLinks(
  ready: boolean,
  onGo: (location: S3Location, target: RoleTarget, where: 'new-tab') => void,
): FollowedLink {
  const news = useSnapshot('deep-link') ?? undefined;
  const mark = news === undefined ? undefined : JSON.stringify(news);
  const [before] = useState(() => sessionStorage.getItem(STORED));
  const [dismissed, setDismissed] = useState<number>();
  const seen = useRef(0);
  useEffect(() => {
    if (!ready || news === undefined || mark === undefined || news.number <= seen.current) return;
    seen.current = news.number;
    sessionStorage.setItem(STORED, mark);
    const { outcome } = news;
    if (mark === before || outcome.kind === 'failed') return;
    const { bucket, prefix, target } = outcome.place;
    onGo({ bucket, key: outcome.key ?? prefix }, target, 'new-tab');
  }, [ready, news, mark, before, onGo]);
  const failed = news?.outcome.kind === 'failed' ? news.outcome.error : undefined;
  return {
    error: mark === before || news?.number === dismissed ? undefined : failed,
    dismiss: () => setDismissed(news?.number),
  };
}

import { useEffect } from 'react';
import type { Overview } from '../../shared/contract.ts';
import { targetKey } from '../../shared/role-target.ts';
import { useSetMark } from '../bridge/marks.ts';
import { knownTarget } from './profile-source.ts';
import { targetOf, type View } from './view.ts';

/** Remembers whose buckets were looked at; a sign-in before them is none yet. */
export function useUsedMarks(overview: Overview | undefined, view: View): void {
  const setMark = useSetMark();
  const target = targetOf(view);
  const known = overview === undefined || target === undefined ? undefined : knownTarget(overview, target);
  const shown = known !== undefined && known.session?.status.state !== 'signed-out';
  const key = target === undefined || !shown ? undefined : targetKey(target);
  useEffect(() => {
    if (key === undefined || target === undefined) return;
    // That it is not remembered is no harm worth a notice.
    setMark({ target, used: true }).catch(() => {});
    // The key says all there is to say of the target.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [setMark, key]);
}

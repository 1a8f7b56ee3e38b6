import type { Overview } from '../../shared/contract.ts';
import type { ProfileMark } from '../../shared/profile-mark.ts';
import type { ProfileView, SessionView } from '../../shared/session.ts';
import type { Marks } from '../bridge/marks.ts';
import { knownTarget } from './profile-source.ts';

/** Of those that were only used, so many. */
const MOST_RECENT = 8;

export interface MarkedRole {
  readonly mark: ProfileMark;
  readonly profile: ProfileView | undefined;
  readonly session: SessionView | undefined;
}

/** Favourites by when they were used last, then what was used last beside them; only what is still there. */
export function markedRoles(overview: Overview, { all }: Marks): readonly MarkedRole[] {
  const there = all.flatMap((mark): MarkedRole[] => {
    const known = mark.starred || mark.usedAt > 0 ? knownTarget(overview, mark.target) : undefined;
    return known === undefined ? [] : [{ mark, profile: known.profile, session: known.session }];
  });
  there.sort((one, other) => other.mark.usedAt - one.mark.usedAt);
  const starred = there.filter(({ mark }) => mark.starred);
  return [...starred, ...there.filter(({ mark }) => !mark.starred).slice(0, MOST_RECENT)];
}

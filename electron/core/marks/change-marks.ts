import type { ProfileMark, ProfileMarkChange } from '../../../shared/profile-mark.ts';
import { type RoleTarget, targetKey } from '../../../shared/role-target.ts';

/** Of those that a person noted something about; far more than anybody stars or colours by hand. */
const MOST_NOTED = 2_000;
/** Of those that were only looked at. */
export const MOST_USED = 50;

type Marks = readonly ProfileMark[];

/** The marks after a change. @param now Unix milliseconds */
export function changeMarks(marks: Marks, change: ProfileMarkChange, now: number): Marks {
  const key = targetKey(change.target);
  const before = marks.find(({ target }) => targetKey(target) === key);
  const after = changed(before ?? { target: change.target, starred: false, usedAt: 0 }, change, now);
  const others = marks.filter((mark) => mark !== before);
  return withinLimits(isPlain(after) && after.usedAt === 0 ? others : [...others, after]);
}

/** The marks after a profile or a session got another name. What was noted about that name before is replaced. */
export function renameInMarks(marks: Marks, what: 'profile' | 'session', from: string, to: string): Marks {
  if (from === to) return marks;
  const moved = marks.flatMap((mark) => {
    const target = renamed(mark.target, what, from, to);
    return target === mark.target ? [] : [{ ...mark, target }];
  });
  const taken = new Set(moved.map(({ target }) => targetKey(target)));
  const stays = marks.filter(
    ({ target }) => renamed(target, what, from, to) === target && !taken.has(targetKey(target)),
  );
  return moved.length === 0 ? marks : [...stays, ...moved];
}

function renamed(target: RoleTarget, what: 'profile' | 'session', from: string, to: string): RoleTarget {
  if (target.kind === 'profile')
    return what === 'profile' && target.profile === from ? { kind: 'profile', profile: to } : target;
  return what === 'session' && target.sessionId === `sso-session:${from}`
    ? { ...target, sessionId: `sso-session:${to}` }
    : target;
}

function changed(mark: ProfileMark, change: ProfileMarkChange, now: number): ProfileMark {
  const { target, starred = mark.starred, used } = change;
  const colour = change.colour === undefined ? mark.colour : (change.colour ?? undefined);
  const production = change.production === undefined ? mark.production : (change.production ?? undefined);
  return {
    target,
    starred,
    ...(colour === undefined ? {} : { colour }),
    ...(production === undefined ? {} : { production }),
    usedAt: used === true ? now : mark.usedAt,
  };
}

/** Nobody noted anything about it. */
function isPlain({ starred, colour, production }: ProfileMark): boolean {
  return !starred && colour === undefined && production === undefined;
}

/** Where there are too many, the ones that were used longest ago go. */
export function withinLimits(marks: Marks): Marks {
  const plain = marks.filter(isPlain);
  const noted = marks.length - plain.length;
  if (plain.length <= MOST_USED && noted <= MOST_NOTED) return marks;
  const newest = (some: Marks, most: number) => some.toSorted((a, b) => b.usedAt - a.usedAt).slice(0, most);
  const kept = new Set([
    ...newest(plain, MOST_USED),
    ...newest(
      marks.filter((mark) => !isPlain(mark)),
      MOST_NOTED,
    ),
  ]);
  return marks.filter((mark) => kept.has(mark));
}

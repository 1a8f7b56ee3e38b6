import { describe, expect, it } from 'vitest';
import type { ProfileMark } from '../../shared/profile-mark.ts';
import { Marks } from '../bridge/marks.ts';
import { acme, overview, signedIn } from '../dev/sample-data.ts';
import { markedRoles } from './recent-roles.ts';

const all = overview({ sessions: [acme(signedIn(1000))] });
const mark = (profile: string, usedAt: number, starred = false): ProfileMark => ({
  target: { kind: 'profile', profile },
  starred,
  usedAt,
});
const names = (marks: readonly ProfileMark[]) =>
  markedRoles(all, new Marks(marks)).map(({ profile }) => profile?.name);

describe('markedRoles', () => {
  it('has favourites first, then what was used last, and nothing that is gone', () => {
    const marks = [mark('dev', 3), mark('ci', 9), mark('gone', 8), mark('prod-ro', 0, true), mark('jump', 0)];
    expect(names(marks)).toEqual(['prod-ro', 'ci', 'dev']);
  });

  it('finds roles of the portal by their session', () => {
    const target = {
      kind: 'role',
      sessionId: 'sso-session:acme',
      accountId: '111122223333',
      roleName: 'A',
    } as const;
    const roles = [{ target, starred: true, usedAt: 0 }];
    expect(markedRoles(all, new Marks(roles))[0]?.session?.name).toBe('acme');
    const gone = roles.map((one) => ({ ...one, target: { ...target, sessionId: 'sso-session:gone' } }));
    expect(markedRoles(all, new Marks(gone))).toEqual([]);
  });
});

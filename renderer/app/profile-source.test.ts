import { describe, expect, it } from 'vitest';
import type { ProfileView } from '../../shared/session.ts';
import { acme, overview, signedIn } from '../dev/sample-data.ts';
import { knownTarget, profileSource } from './profile-source.ts';

const role = (name: string, source: string): ProfileView => ({ name, kind: 'assume-role', source });
const session = acme(signedIn(1000));
const all = overview({
  sessions: [session],
  otherProfiles: [
    { name: 'ci', kind: 'static-keys' },
    role('admin', 'dev'),
    role('audit', 'admin'),
    role('deploy', 'ci'),
    role('own', 'own'),
    role('lost', 'nobody'),
    role('left', 'right'),
    role('right', 'left'),
  ],
});
const names = (name: string) => profileSource(all, name)?.through.map((profile) => profile.name);

describe('profileSource', () => {
  it('follows source_profile to the session that signs in', () => {
    expect(profileSource(all, 'dev')).toMatchObject({ through: [], session });
    expect(names('audit')).toEqual(['admin', 'dev']);
    expect(profileSource(all, 'audit')?.session).toBe(session);
  });

  it('needs no session where keys stand at the end', () => {
    expect(names('deploy')).toEqual(['ci']);
    expect(profileSource(all, 'deploy')?.session).toBeUndefined();
    expect(profileSource(all, 'own')).toEqual({
      profile: role('own', 'own'),
      through: [],
      session: undefined,
    });
  });

  it('tells what is missing, and circles', () => {
    expect(profileSource(all, 'lost')?.missing).toBe('nobody');
    expect(profileSource(all, 'left')?.cycle).toBe(true);
    expect(profileSource(all, 'nobody')).toBeUndefined();
  });
});

describe('knownTarget', () => {
  it('finds a role picked in the portal by its session', () => {
    const target = { kind: 'role', sessionId: session.id, accountId: '111122223333', roleName: 'A' } as const;
    expect(knownTarget(all, target)?.session).toBe(session);
    expect(knownTarget(all, { ...target, sessionId: 'sso-session:gone' })).toBeUndefined();
  });
});

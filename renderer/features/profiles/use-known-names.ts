import { useMemo } from 'react';
import { useSnapshot } from '../../bridge/bridge-context.tsx';

export interface KnownNames {
  readonly profiles: ReadonlySet<string>;
  readonly sessions: ReadonlySet<string>;
}

/** The names of all profiles and sessions of the config files. */
export function useKnownNames(): KnownNames {
  const overview = useSnapshot('overview');
  return useMemo(() => {
    const { sessions = [], otherProfiles = [] } = overview ?? {};
    const profiles = [...sessions.flatMap((session) => session.profiles), ...otherProfiles];
    return {
      profiles: new Set(profiles.map(({ name }) => name)),
      sessions: new Set(sessions.filter(({ kind }) => kind === 'sso-session').map(({ name }) => name)),
    };
  }, [overview]);
}

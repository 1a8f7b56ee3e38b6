import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Overview } from '../../shared/contract.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import { useMarks } from '../bridge/marks.ts';
import { knownAccountName } from '../bridge/portal-accounts.ts';
import { isProduction } from './production.ts';
import { knownTarget } from './profile-source.ts';
import { profileOf } from './role-names.ts';

/**
 * @returns tells the name that has to be typed before something is destroyed through a target: the profile's or the
 *   role's, where it is a production one
 */
export function useProductionNames(
  overview: Overview | undefined,
): (target: RoleTarget) => string | undefined {
  const marks = useMarks();
  const queries = useQueryClient();
  return useCallback(
    (target: RoleTarget) => {
      const found = overview && knownTarget(overview, target);
      const { accountId, roleName } = target.kind === 'role' ? target : (found?.profile ?? {});
      const account = knownAccountName(queries, found?.session, accountId);
      if (!isProduction(marks.of(target), profileOf(target), account, roleName)) return undefined;
      return target.kind === 'profile' ? target.profile : target.roleName;
    },
    [overview, marks, queries],
  );
}

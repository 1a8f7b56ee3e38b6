import type { SessionId } from './session.ts';

/** Whose eyes one looks through: a profile in the config file, or a role picked in the access portal. */
export type RoleTarget =
  | { readonly kind: 'profile'; readonly profile: string }
  | {
      readonly kind: 'role';
      readonly sessionId: SessionId;
      /** Twelve digits. */
      readonly accountId: string;
      readonly roleName: string;
    };

/** A stable text key for a target, for caches and React keys. */
export function targetKey(target: RoleTarget): string {
  return target.kind === 'profile'
    ? JSON.stringify(['profile', target.profile])
    : JSON.stringify(['role', target.sessionId, target.accountId, target.roleName]);
}

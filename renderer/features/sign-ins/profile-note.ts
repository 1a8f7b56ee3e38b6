import type { Messages } from '../../../shared/messages/messages.ts';
import type { ProfileView } from '../../../shared/session.ts';

/**
 * What a profile stands for, in few words. The role first: it is what tells two profiles of one account apart, and
 * the end is cut off first. One that takes on a role says by whom; one without a role, where its keys come from.
 */
export function profileNote(profile: ProfileView, messages: Messages): string {
  const { kind, accountId, roleName, source, name } = profile;
  const through =
    source === undefined || source === name ? [] : [messages.profiles.sidebar.through({ profile: source })];
  const parts = [roleName, ...through, accountId].filter((part) => part !== undefined);
  return parts.length === 0 && kind !== 'sso' ? messages.page.otherProfile.kinds[kind] : parts.join(' · ');
}

import { listBucketsCommand } from '../../../shared/command-line.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { type ProfileKind, type SessionView, sessionPhase } from '../../../shared/session.ts';
import { Button } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.ts';
import { CommandChip } from '../../ui/command-chip.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { durationWords } from '../../../shared/messages/messages.ts';
import styles from './buckets.module.css';

/** Through whose eyes one looks. */
export interface RoleFacts {
  /** Where the access portal has told it. */
  readonly accountName: string | undefined;
  readonly accountId: string | undefined;
  readonly roleName: string | undefined;
  readonly region: string | undefined;
  /** How its profile comes by credentials; undefined for a role picked in the portal. */
  readonly kind: ProfileKind | undefined;
  /** The profiles that it goes through, nearest first. */
  readonly through: readonly string[];
  /** The profile's name, or the role's. */
  readonly short: string;
}

export interface RoleHeaderProps {
  /** Of its heading, which names the view. */
  readonly titleId: string;
  readonly target: RoleTarget;
  readonly role: RoleFacts;
  /** Undefined where the profile needs no sign-in. */
  readonly session: SessionView | undefined;
  readonly onSignIn: () => void;
}

/** Account, role, profile, region, and how long the session still lasts. */
export function RoleHeader({ titleId, target, role, session, onSignIn }: RoleHeaderProps) {
  const { messages } = useSpeech();
  const { buckets: words, signIns, signIn } = messages.page;
  const { otherProfile } = messages.page;
  const status = session?.status;
  const phase = useClock((now) => (status === undefined ? undefined : sessionPhase(status, now)));
  const left = useClock((now) =>
    status?.state === 'signed-in' ? durationWords(messages, status.expiresAt - now) : undefined,
  );
  const { kind, through } = role;
  const account = [role.accountName, role.accountId].filter((part) => part !== undefined);
  const own = kind === undefined || kind === 'sso';
  // A profile with keys of its own says neither account nor role; its name is all there is.
  const title = account[0] ?? (own ? messages.page.common.unknown : role.short);
  const roleName = role.roleName ?? (own ? messages.page.common.unknown : undefined);
  const facts: readonly (readonly [string, string])[] = [
    ...(target.kind === 'profile' && title !== target.profile
      ? [[words.profile, target.profile] as const]
      : []),
    [words.region, role.region ?? words.noRegion],
    ...(own || through.length > 0 ? [] : [[words.credentials, otherProfile.kinds[kind]] as const]),
    ...(through.length === 0 ? [] : [[words.through, through.join(' → ')] as const]),
    ...(session === undefined ? [] : [[words.session, session.name] as const]),
  ];
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1
          id={titleId}
          className={styles.title}
          title={[account.join(' ') || title, roleName].filter(Boolean).join(' · ')}
        >
          <span className={styles.account}>{title}</span>
          {account.length > 1 && <span className={styles.accountId}>{account[1]}</span>}
          {roleName !== undefined && (
            <>
              <span aria-hidden>·</span>
              <span className={styles.roleName}>{roleName}</span>
            </>
          )}
        </h1>
        <CommandChip command={listBucketsCommand(target)} />
      </div>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact} title={value}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {left !== undefined && phase !== undefined && (
          <div className={styles.fact}>
            <dt className={styles.markTerm}>
              <StatusMark kind={phase} label={signIns.phase[phase]} />
            </dt>
            <dd>{phase === 'expired' ? signIns.phase.expired : signIns.left({ left })}</dd>
          </div>
        )}
        {(phase === 'ends-soon' || phase === 'expired') && (
          <div className={styles.renew}>
            <dt />
            <dd>
              <Button kind="quiet" onPress={onSignIn}>
                {signIn.again}
              </Button>
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}

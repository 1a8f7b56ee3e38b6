import { listBucketsCommand } from '../../../shared/command-line.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import { type SessionView, sessionPhase } from '../../../shared/session.ts';
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
}

export interface RoleHeaderProps {
  /** Of its heading, which names the view. */
  readonly titleId: string;
  readonly target: RoleTarget;
  readonly role: RoleFacts;
  readonly session: SessionView;
  readonly onSignIn: () => void;
}

/** Account, role, profile, region, and how long the session still lasts. */
export function RoleHeader({ titleId, target, role, session, onSignIn }: RoleHeaderProps) {
  const { messages } = useSpeech();
  const { buckets: words, signIns, signIn } = messages.page;
  const { status } = session;
  const phase = useClock((now) => sessionPhase(status, now));
  const left = useClock((now) =>
    status.state === 'signed-in' ? durationWords(messages, status.expiresAt - now) : undefined,
  );
  const account = [role.accountName, role.accountId].filter((part) => part !== undefined);
  const facts: readonly (readonly [string, string])[] = [
    ...(target.kind === 'profile' ? [[words.profile, target.profile] as const] : []),
    [words.region, role.region ?? words.noRegion],
    [words.session, session.name],
  ];
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1 id={titleId} className={styles.title} title={`${account.join(' ')} · ${role.roleName}`}>
          <span className={styles.account}>{account[0] ?? messages.page.common.unknown}</span>
          {account.length > 1 && <span className={styles.accountId}>{account[1]}</span>}
          <span aria-hidden>·</span>
          <span className={styles.roleName}>{role.roleName ?? messages.page.common.unknown}</span>
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
        {left !== undefined && (
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

import type { SignOutReport } from '../../../shared/contract.ts';
import type { SessionId } from '../../../shared/session.ts';
import { errorWords } from '../../../shared/messages/messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';

export interface SignOutNoticeProps {
  readonly report: SignOutReport;
  readonly nameOf: (id: SessionId) => string;
  readonly onDismiss: () => void;
}

/** After signing out: of what, and what signing out can't take back. */
export function SignOutNotice({ report, nameOf, onDismiss }: SignOutNoticeProps) {
  const { messages, locale } = useSpeech();
  const { signOut: words, common } = messages.page;
  const { sessions, roleCredentialsUntil } = report;
  if (sessions.length === 0) return <Banner tone="info" title={words.none} onDismiss={onDismiss} />;
  const names = sessions.map(({ sessionId }) => nameOf(sessionId)).join(words.and);
  return (
    <Banner tone="info" title={words.done({ sessions: names })} onDismiss={onDismiss}>
      {roleCredentialsUntil !== undefined && (
        <p>{words.credentials({ time: formatDateTime(locale, roleCredentialsUntil) })}</p>
      )}
      <p>{words.browser}</p>
      {sessions.map(
        ({ sessionId, file }) =>
          file !== undefined && (
            <p key={`${sessionId} file`}>
              {words.fileStays({ session: nameOf(sessionId) })}
              {common.gap}
              {errorWords(messages, file).what}
            </p>
          ),
      )}
      {sessions.map(
        ({ sessionId, portal }) =>
          portal !== 'told' && (
            <p key={sessionId}>
              {words.notTold({ session: nameOf(sessionId) })}
              {common.gap}
              {errorWords(messages, portal.error).what}
            </p>
          ),
      )}
    </Banner>
  );
}

import { TriangleAlert } from 'lucide-react';
import type { AppError } from '../../shared/app-error.ts';
import type { ConfigPlan, ConfigPlanNote } from '../../shared/config-change.ts';
import type { Messages } from '../../shared/messages/messages.ts';
import { CommandList } from './command-list.tsx';
import { DiffView } from './diff-view.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { formatNumber } from './format.ts';
import { useSpeech } from './language.tsx';
import { ReferenceList } from './reference-list.tsx';
import styles from './plan-review.module.css';

/** More commands than these nobody reads. */
const MOST_COMMANDS = 100;

export interface PlanDetailsProps {
  /** Undefined while it is being worked out. */
  readonly plan: ConfigPlan | undefined;
  readonly error: AppError | undefined;
  readonly onAgain?: (() => void) | undefined;
}

/** What a change would do: what refers to it, what to know, the lines of the files, and the equal commands. */
export function PlanDetails({ plan, error, onAgain }: PlanDetailsProps) {
  const { messages, locale } = useSpeech();
  const words = messages.profiles.plan;
  return (
    <>
      {error !== undefined && (
        <ErrorNotice
          error={error}
          remedies={onAgain === undefined ? {} : { retry: onAgain }}
          retryLabel={words.replan}
        />
      )}
      {plan === undefined && error === undefined && (
        <p role="status" className={styles.planning}>
          {words.planning}
        </p>
      )}
      {plan !== undefined && plan.files.length === 0 && (
        <div role="status" className={styles.nothing}>
          <p>{words.nothing}</p>
          <p className={styles.dim}>{words.nothingHint}</p>
        </div>
      )}
      {plan !== undefined && plan.files.length > 0 && (
        <>
          {plan.references.length > 0 && <ReferenceList references={plan.references} />}
          {plan.notes.length > 0 && (
            <ul className={styles.notes}>
              {plan.notes.map((note) => (
                <li key={JSON.stringify(note)} className={styles.note}>
                  <TriangleAlert size={14} aria-hidden />
                  <span>{noteWords(note, messages, (line) => formatNumber(locale, line))}</span>
                </li>
              ))}
            </ul>
          )}
          <DiffView files={plan.files} />
          {plan.commands.length > 0 && (
            <CommandList
              title={words.commands}
              commands={plan.commands.slice(0, MOST_COMMANDS)}
              what={words.copyCommands}
              open={plan.commands.length <= 3}
            />
          )}
          <p className={styles.dim}>{words.backup}</p>
        </>
      )}
    </>
  );
}

function noteWords(note: ConfigPlanNote, messages: Messages, number: (line: number) => string): string {
  const words = messages.profiles.plan.notes;
  switch (note.kind) {
    case 'comment-dropped':
      return words[note.kind]({ path: note.path, line: number(note.line) });
    case 'signs-out':
      return words[note.kind]({ session: note.session });
    case 'keys-removed':
      return words[note.kind]({ profile: note.profile });
  }
}

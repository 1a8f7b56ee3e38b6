import { TriangleAlert } from 'lucide-react';
import { badName } from '../../../shared/profile-names.ts';
import { Button } from '../../ui/button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DEFAULT_SCOPE, scopesOf, type WizardState } from './wizard-state.ts';
import styles from './connect.module.css';

export interface NameStepProps {
  readonly state: WizardState;
  /** Names of the sessions in the config. */
  readonly taken: ReadonlySet<string>;
  /** A sign-in was begun under the answers as they were. */
  readonly signedIn: boolean;
  readonly onChange: (part: Partial<WizardState>) => void;
  readonly onNext: () => void;
}

/** What the session is called, and for those who look for it, its form and scopes. */
export function NameStep({ state, taken, signedIn, onChange, onNext }: NameStepProps) {
  const { connect } = useSpeech().messages;
  const words = connect.name;
  const { name, legacy, scopes } = state;
  const bad = badName(name);
  const problem =
    bad === undefined ? (taken.has(name) ? words.taken({ name }) : undefined) : words.problems[bad];
  const lacking = !legacy && !scopesOf(scopes).includes(DEFAULT_SCOPE);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (legacy || problem === undefined) onNext();
      }}
    >
      {!legacy && (
        <TextField
          label={words.label}
          value={name}
          onChange={(text) => onChange({ name: text })}
          hint={words.hint}
          problem={problem}
        />
      )}
      {signedIn && <p className={styles.dim}>{words.again}</p>}
      <details className={styles.more} open={legacy || scopes !== DEFAULT_SCOPE}>
        <summary>{words.more}</summary>
        <div className={styles.form}>
          <RadioChoice
            label={words.form}
            value={legacy ? 'legacy' : 'session'}
            onChange={(form) => onChange({ legacy: form === 'legacy' })}
            options={[
              { value: 'session', label: words.session, hint: words.sessionHint },
              { value: 'legacy', label: words.legacy, hint: words.legacyHint },
            ]}
          />
          {!legacy && (
            <TextField
              label={words.scopes}
              value={scopes}
              onChange={(text) => onChange({ scopes: text })}
              hint={words.scopesHint}
            />
          )}
          {lacking && (
            <p role="status" className={styles.warning}>
              <TriangleAlert size={14} aria-hidden />
              <span>{words.noScopes}</span>
            </p>
          )}
        </div>
      </details>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={!legacy && problem !== undefined}>
          {connect.next}
        </Button>
      </div>
    </form>
  );
}

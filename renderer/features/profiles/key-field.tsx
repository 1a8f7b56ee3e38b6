import type { ConfigKeyView } from '../../../shared/config-change.ts';
import { ComboField } from '../../ui/combo-field.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { RegionField } from '../../ui/region-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ValueProblem } from './field-rules.ts';
import { KeyPlace } from './key-place.tsx';
import type { FieldSpec } from './section-fields.ts';
import type { KnownNames } from './use-known-names.ts';
import styles from './profiles.module.css';

/** The output formats of the AWS CLI (user guide, `output`). */
const OUTPUTS = ['json', 'yaml', 'yaml-stream', 'text', 'table', 'off'];
/** Values that are long take the whole width. */
const LONG = new Set([
  'sso_start_url',
  'sso_registration_scopes',
  'role_arn',
  'credential_process',
  'endpoint_url',
]);

export interface KeyFieldProps {
  readonly field: FieldSpec;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: ValueProblem | undefined;
  /** Where it stands; undefined for a key that isn't there. */
  readonly standing: ConfigKeyView | undefined;
  readonly names: KnownNames;
  readonly autoFocus?: boolean;
}

/** A key of the file with a field of its own: its words, its value, and where it stands. */
export function KeyField(props: KeyFieldProps) {
  const { field, value, onChange, problem, standing, names, autoFocus = false } = props;
  const { messages } = useSpeech();
  const words = messages.profiles.edit;
  const { key, input } = field;
  const label = words[field.label];
  const common = {
    label,
    value,
    onChange,
    problem: problem === undefined ? undefined : words.problems[problem],
    hint: input === 'secret' && standing === undefined ? words.secretMissingHint : words[field.hint],
  };
  const options =
    input === 'session'
      ? [...names.sessions]
      : input === 'profile'
        ? [...names.profiles]
        : input === 'output'
          ? OUTPUTS
          : undefined;
  return (
    <div className={styles.field} data-long={LONG.has(key)}>
      <KeyPlace name={key} standing={standing} />
      {input === 'region' ? (
        <RegionField {...common} opens="input" />
      ) : options !== undefined ? (
        <ComboField {...common} options={options} optionsLabel={words.choices({ label })} />
      ) : (
        <TextField {...common} type={input === 'secret' ? 'password' : 'text'} autoFocus={autoFocus} />
      )}
    </div>
  );
}

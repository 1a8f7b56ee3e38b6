import { Trash2, Undo2 } from 'lucide-react';
import { Input } from 'react-aria-components';
import type { ConfigKeyView } from '../../../shared/config-change.ts';
import { cx } from '../../ui/cx.ts';
import fields from '../../ui/fields.module.css';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import type { ValueProblem } from './field-rules.ts';
import { KeyPlace } from './key-place.tsx';
import type { SectionDraft } from './section-draft.ts';
import styles from './profiles.module.css';

export interface OtherKeysProps {
  readonly keys: readonly ConfigKeyView[];
  readonly draft: SectionDraft;
  readonly problems: ReadonlyMap<string, ValueProblem>;
  /** null takes a key out, undefined leaves it as it is. */
  readonly onChange: (key: string, value: string | null | undefined) => void;
}

/** Keys without a field of their own; nested ones are shown, and changed in the file only. */
export function OtherKeys({ keys, draft, problems, onChange }: OtherKeysProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.edit;
  if (keys.length === 0) return null;
  return (
    <section className={styles.others} aria-label={words.otherKeys}>
      <h3>{words.otherKeys}</h3>
      <p className={styles.dim}>
        {words.otherKeysHint}
        {messages.page.common.gap}
        {keys.some(isNested) && words.nested}
      </p>
      <ul>
        {keys.map((one) => (
          <OtherKey
            key={one.key}
            standing={one}
            typed={draft[one.key]}
            problem={problems.get(one.key)}
            onChange={(value) => onChange(one.key, value)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OtherKeyProps {
  readonly standing: ConfigKeyView;
  readonly typed: string | null | undefined;
  readonly problem: ValueProblem | undefined;
  readonly onChange: (value: string | null | undefined) => void;
}

function OtherKey({ standing, typed, problem, onChange }: OtherKeyProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.edit;
  const { key, value } = standing;
  const gone = typed === null;
  const label = words.valueOf({ key });
  return (
    <li className={styles.other} data-gone={gone}>
      <code className={styles.otherKey} title={key}>
        {key}
      </code>
      {gone ? (
        <span className={styles.dim}>{words.removed}</span>
      ) : value === undefined || isNested(standing) ? (
        <span className={styles.otherValue} title={value}>
          {value ?? words.hiddenValue}
        </span>
      ) : (
        <Input
          className={cx(fields.input)}
          aria-label={label}
          aria-invalid={problem !== undefined}
          data-invalid={problem === undefined ? undefined : true}
          value={typed ?? value}
          spellCheck="false"
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <KeyPlace standing={standing} />
      {!isNested(standing) &&
        (gone ? (
          <IconButton
            small
            label={words.keepKey({ key })}
            icon={<Undo2 size={14} />}
            onPress={() => onChange(undefined)}
          />
        ) : (
          <IconButton
            small
            label={words.removeKey({ key })}
            icon={<Trash2 size={14} />}
            onPress={() => onChange(null)}
          />
        ))}
      {problem !== undefined && (
        <p role="alert" className={cx(fields.problem, styles.otherProblem)}>
          {words.problems[problem]}
        </p>
      )}
    </li>
  );
}

function isNested({ key }: ConfigKeyView): boolean {
  return key.includes('.');
}

import { useId } from 'react';
import { cx } from '../../ui/cx.ts';
import fields from '../../ui/fields.module.css';
import { useSpeech } from '../../ui/language.tsx';

/** Formats of the AWS CLI, version 2. */
const FORMATS = ['json', 'yaml', 'yaml-stream', 'text', 'table'];

export interface OutputFieldProps {
  /** Empty for none. */
  readonly value: string;
  readonly onChange: (format: string) => void;
}

/** The output format of the `aws` command. */
export function OutputField({ value, onChange }: OutputFieldProps) {
  const words = useSpeech().messages.connect.profiles;
  const id = useId();
  return (
    <div className={fields.field}>
      <label htmlFor={id} className={fields.label}>
        {words.output}
      </label>
      <select
        id={id}
        className={cx(fields.input)}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{words.noOutput}</option>
        {FORMATS.map((format) => (
          <option key={format} value={format}>
            {format}
          </option>
        ))}
      </select>
      <span id={`${id}-hint`} className={fields.hint}>
        {words.outputHint}
      </span>
    </div>
  );
}

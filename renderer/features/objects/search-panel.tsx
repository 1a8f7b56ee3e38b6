import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Form, Input, Label, TextField as AriaTextField } from 'react-aria-components';
import type { SearchCriteria } from '../../../shared/listing.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import fields from '../../ui/fields.module.css';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { ClassesField } from './classes-field.tsx';
import { criteriaOf, fieldsOf, problemsOf, type SearchFields } from './search-fields.ts';
import styles from './objects.module.css';

export interface SearchPanelProps {
  /** What is searched for now. */
  readonly criteria: SearchCriteria | undefined;
  readonly onSearch: (criteria: SearchCriteria) => void;
  readonly onClose: () => void;
}

/** Asks what to look for below the folder. */
export function SearchPanel({ criteria, onSearch, onClose }: SearchPanelProps) {
  const { objects } = useSpeech().messages;
  const words = objects.search;
  const [typed, setTyped] = useState<SearchFields>(() => fieldsOf(criteria));
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  const problems = problemsOf(typed);
  const set = (change: Partial<SearchFields>) => setTyped({ ...typed, ...change });
  const minProblem = problems.includes('bad-min') ? words.badSize : undefined;
  const maxProblem = problems.includes('bad-max')
    ? words.badSize
    : problems.includes('sizes-crossed')
      ? words.sizesCrossed
      : undefined;
  const dateProblem = problems.includes('dates-crossed') ? words.datesCrossed : undefined;
  return (
    <div
      role="search"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <Form
        className={cx(styles.search)}
        onSubmit={(event) => {
          event.preventDefault();
          if (problems.length === 0) onSearch(criteriaOf(typed));
        }}
      >
        <Field label={words.name} hint={words.nameHint} wide>
          <Input
            ref={name}
            className={cx(fields.input)}
            value={typed.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        </Field>
        <Field label={words.minSize} problem={minProblem} hint={words.sizeHint}>
          <Input
            className={cx(fields.input)}
            value={typed.minSize}
            onChange={({ target }) => set({ minSize: target.value })}
          />
        </Field>
        <Field label={words.maxSize} problem={maxProblem}>
          <Input
            className={cx(fields.input)}
            value={typed.maxSize}
            onChange={({ target }) => set({ maxSize: target.value })}
          />
        </Field>
        <Field label={words.from}>
          <Input
            type="date"
            max="9999-12-31"
            className={cx(fields.input)}
            value={typed.from}
            onChange={({ target }) => set({ from: target.value })}
          />
        </Field>
        <Field label={words.to} problem={dateProblem}>
          <Input
            type="date"
            max="9999-12-31"
            className={cx(fields.input)}
            value={typed.to}
            onChange={({ target }) => set({ to: target.value })}
          />
        </Field>
        <ClassesField classes={typed.classes} onChange={(classes) => set({ classes })} />
        <div className={styles.searchButtons}>
          <Button type="submit" isDisabled={problems.length > 0}>
            {words.start}
          </Button>
          <IconButton label={words.close} icon={<X size={15} />} onPress={onClose} />
        </div>
      </Form>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A field with its label above; what is wrong with it takes the place of the label's hint. */
function Field({ label, problem, hint, wide = false, children }: FieldProps) {
  return (
    <AriaTextField
      className={cx(styles.searchField, wide && styles.wide)}
      isInvalid={problem !== undefined}
      aria-description={problem ?? hint ?? ''}
    >
      <Label className={cx(styles.searchLabel)} {...(hint === undefined ? {} : { title: hint })}>
        {label}
      </Label>
      {children}
      {problem !== undefined && <span className={styles.problem}>{problem}</span>}
    </AriaTextField>
  );
}

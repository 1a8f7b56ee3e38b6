import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import fields from './fields.module.css';
import menu from './menu.module.css';
import styles from './region-field.module.css';

export interface ComboFieldProps {
  readonly label: string;
  /** As typed; it needn't be one of the options. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly string[];
  /** The name of the button that shows the options. */
  readonly optionsLabel: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** A text that is often one of a few. */
export function ComboField(props: ComboFieldProps) {
  const { label, value, onChange, options, optionsLabel, hint, problem } = props;
  const wanted = value.trim().toLowerCase();
  // Once one is chosen, the list shows all of them again.
  const chosen = options.some((option) => option.toLowerCase() === wanted);
  const matching = options.filter((option) => chosen || option.toLowerCase().includes(wanted));
  return (
    <ComboBox
      className={cx(fields.field)}
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      onSelectionChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      isInvalid={problem !== undefined}
      items={matching.map((id) => ({ id }))}
    >
      <Label className={cx(fields.label)}>{label}</Label>
      <div className={styles.combo}>
        <Input className={cx(fields.input)} spellCheck="false" autoComplete="off" />
        <Button className={cx(styles.button)} aria-label={optionsLabel}>
          <ChevronDown size={14} />
        </Button>
      </div>
      {problem === undefined && hint !== undefined && (
        <Text slot="description" className={cx(fields.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(fields.problem)}>{problem}</FieldError>
      <Popover className={cx(menu.popover, styles.regions)} offset={2}>
        <ListBox className={cx(menu.menu)}>
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className={cx(menu.item)}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

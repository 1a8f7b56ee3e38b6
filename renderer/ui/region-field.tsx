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
import { messagesFor } from '../../shared/messages/messages.ts';
import { type KnownRegion, REGIONS, isKnownRegion, looksLikeRegion } from '../../shared/regions.ts';
import { cx } from './cx.ts';
import fields from './fields.module.css';
import { useSpeech } from './language.tsx';
import menu from './menu.module.css';
import styles from './region-field.module.css';

const englishNames = messagesFor('en').details.regions;

export interface RegionFieldProps {
  readonly label: string;
  /** As typed; a region's code when it is complete. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** In the place of the region's name while none is known. */
  readonly hint: string;
  /** What is wrong with it beyond its form. */
  readonly problem?: string | undefined;
  /** When the list opens by itself; `input` where the field is given the keyboard without being asked. */
  readonly opens?: 'focus' | 'input';
}

/** A region by its code or its name; a code that isn't listed is taken, too, since regions are added. */
export function RegionField({ label, value, onChange, hint, problem, opens = 'focus' }: RegionFieldProps) {
  const { messages } = useSpeech();
  const { regions: names, bucketWork } = messages.details;
  const words = bucketWork.create;
  const wanted = value.trim().toLowerCase();
  // The English names are known to many, whatever language they read.
  const named = (code: KnownRegion) => [code, names[code], englishNames[code]].join(' ').toLowerCase();
  // Once one is chosen, the list shows all of them again.
  const matching = REGIONS.filter((code) => isKnownRegion(wanted) || named(code).includes(wanted));
  const wrong = wanted !== '' && matching.length === 0 && !looksLikeRegion(wanted);
  return (
    <ComboBox
      className={cx(fields.field)}
      allowsCustomValue
      menuTrigger={opens}
      inputValue={value}
      onInputChange={onChange}
      onSelectionChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      isInvalid={wrong || problem !== undefined}
      items={matching.map((id) => ({ id }))}
    >
      <Label className={cx(fields.label)}>{label}</Label>
      <div className={styles.combo}>
        <Input className={cx(fields.input)} spellCheck="false" autoComplete="off" />
        <Button className={cx(styles.button)} aria-label={words.showRegions}>
          <ChevronDown size={14} />
        </Button>
      </div>
      {!wrong && problem === undefined && (
        <Text slot="description" className={cx(fields.hint)}>
          {isKnownRegion(wanted) ? names[wanted] : hint}
        </Text>
      )}
      <FieldError className={cx(fields.problem)}>{problem ?? words.badRegion}</FieldError>
      <Popover className={cx(menu.popover, styles.regions)} offset={2}>
        <ListBox className={cx(menu.menu)}>
          {({ id }: { id: KnownRegion }) => (
            <ListBoxItem id={id} textValue={id} className={cx(menu.item)}>
              <span className={styles.name}>{names[id]}</span>
              <span className={styles.code}>{id}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

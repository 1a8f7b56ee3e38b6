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
import { messagesFor } from '../../../shared/messages/messages.ts';
import { type KnownRegion, REGIONS, isKnownRegion, looksLikeRegion } from '../../../shared/regions.ts';
import { cx } from '../../ui/cx.ts';
import fields from '../../ui/fields.module.css';
import { useSpeech } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import styles from './bucket-work.module.css';

const englishNames = messagesFor('en').details.regions;

export interface RegionFieldProps {
  /** As typed; a region's code when it is complete. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A region by its code or its name; a code that isn't listed is taken, too, since regions are added. */
export function RegionField({ value, onChange }: RegionFieldProps) {
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
      menuTrigger="focus"
      inputValue={value}
      onInputChange={onChange}
      onSelectionChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      isInvalid={wrong}
      items={matching.map((id) => ({ id }))}
    >
      <Label className={cx(fields.label)}>{words.region}</Label>
      <div className={styles.combo}>
        <Input className={cx(fields.input)} spellCheck="false" autoComplete="off" />
        <Button className={cx(styles.comboButton)} aria-label={words.showRegions}>
          <ChevronDown size={14} />
        </Button>
      </div>
      {!wrong && (
        <Text slot="description" className={cx(fields.hint)}>
          {isKnownRegion(wanted) ? names[wanted] : words.regionHint}
        </Text>
      )}
      <FieldError className={cx(fields.problem)}>{words.badRegion}</FieldError>
      <Popover className={cx(menu.popover, styles.regions)} offset={2}>
        <ListBox className={cx(menu.menu)}>
          {({ id }: { id: KnownRegion }) => (
            <ListBoxItem id={id} textValue={id} className={cx(menu.item)}>
              <span className={styles.regionName}>{names[id]}</span>
              <span className={styles.dim}>{id}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

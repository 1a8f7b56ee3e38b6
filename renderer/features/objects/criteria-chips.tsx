import { X } from 'lucide-react';
import type { SearchCriteria } from '../../../shared/listing.ts';
import { isStorageClass } from '../../../shared/storage-class.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { type Speech, useSpeech } from '../../ui/language.tsx';
import { sizeText } from './size-text.ts';
import { visibleText } from './visible-text.ts';
import styles from './objects.module.css';

export interface CriteriaChipsProps {
  readonly criteria: SearchCriteria;
  readonly onSearch: (criteria: SearchCriteria | undefined) => void;
  readonly onChange: () => void;
}

/** What was searched for, each criterion to be taken away. */
export function CriteriaChips({ criteria, onSearch, onChange }: CriteriaChipsProps) {
  const speech = useSpeech();
  const { search: words } = speech.messages.objects;
  const chips = chipsOf(speech, criteria);
  return (
    <div className={styles.chips} role="group" aria-label={words.chips}>
      {chips.map(([field, text]) => (
        <span key={field} className={styles.chip} title={text}>
          <span className={styles.chipText}>{text}</span>
          <IconButton
            small
            label={words.removeChip({ chip: text })}
            icon={<X size={12} />}
            // The last one taken away leaves nothing to search for.
            onPress={() => onSearch(chips.length === 1 ? undefined : { ...criteria, [field]: undefined })}
          />
        </span>
      ))}
      {chips.length === 0 && <span className={styles.dim}>{words.chip.everything}</span>}
      <Button kind="quiet" onPress={onChange}>
        {words.change}
      </Button>
      <Button kind="quiet" onPress={() => onSearch(undefined)}>
        {words.end}
      </Button>
    </div>
  );
}

function chipsOf(
  { messages, locale }: Speech,
  criteria: SearchCriteria,
): readonly (readonly [keyof SearchCriteria, string])[] {
  const { classes, search } = messages.objects;
  const { chip } = search;
  const { name, minSize, maxSize, modifiedFrom, modifiedTo, storageClasses } = criteria;
  const named = storageClasses?.map((each) => (isStorageClass(each) ? classes[each] : each)).join(', ');
  return [
    ['name', name && chip.name({ name: visibleText(name).text })],
    ['minSize', minSize === undefined ? undefined : chip.minSize({ size: sizeText(minSize) })],
    ['maxSize', maxSize === undefined ? undefined : chip.maxSize({ size: sizeText(maxSize) })],
    [
      'modifiedFrom',
      modifiedFrom === undefined ? undefined : chip.from({ date: formatDay(locale, modifiedFrom) }),
    ],
    ['modifiedTo', modifiedTo === undefined ? undefined : chip.to({ date: formatDay(locale, modifiedTo) })],
    ['storageClasses', named && chip.classes({ classes: named })],
  ].filter((entry): entry is [keyof SearchCriteria, string] => entry[1] !== undefined && entry[1] !== '');
}

import { Check, ChevronDown } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { isStorageClass, STORAGE_CLASSES } from '../../../shared/storage-class.ts';
import { cx } from '../../ui/cx.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';
import styles from './objects.module.css';

/** Those that a listing of an ordinary bucket can hold. */
const OFFERED = STORAGE_CLASSES.slice(0, 9);

export interface ClassesFieldProps {
  readonly classes: readonly string[];
  readonly onChange: (classes: readonly string[]) => void;
}

/** Which storage classes to look for; none chosen means any. */
export function ClassesField({ classes, onChange }: ClassesFieldProps) {
  const { messages, locale } = useSpeech();
  const { classes: names, search: words } = messages.objects;
  const [only] = classes;
  const value =
    only === undefined
      ? words.anyClass
      : classes.length === 1
        ? isStorageClass(only)
          ? names[only]
          : only
        : words.classCount({ count: classes.length, text: formatNumber(locale, classes.length) });
  return (
    <div className={styles.searchField}>
      <span className={styles.searchLabel} aria-hidden>
        {words.classes}
      </span>
      <MenuTrigger>
        <AriaButton className={cx(styles.choose)} aria-label={`${words.classes}: ${value}`}>
          <span>{value}</span>
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
        <Popover className={cx(menu.popover)} placement="bottom start" offset={4}>
          <Menu
            className={cx(menu.menu)}
            aria-label={words.classes}
            selectionMode="multiple"
            selectedKeys={classes}
            onSelectionChange={(keys) => onChange(OFFERED.filter((each) => keys === 'all' || keys.has(each)))}
          >
            {OFFERED.map((each) => (
              <MenuItem key={each} id={each} className={cx(menu.item)} textValue={names[each]}>
                {({ isSelected }) => (
                  <>
                    <span className={menu.tick}>{isSelected && <Check size={14} aria-hidden />}</span>
                    {names[each]}
                  </>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

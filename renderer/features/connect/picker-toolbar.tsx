import type { CatalogRole } from '../../../shared/portal-comparison.ts';
import { Button } from '../../ui/button.tsx';
import { FilterField } from '../../ui/filter-field.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { Picks } from './picks.ts';
import styles from './connect.module.css';

export interface PickerToolbarProps {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  /** What the search leaves. */
  readonly found: readonly CatalogRole[];
  readonly picks: Picks;
  readonly onPick: (roles: readonly CatalogRole[]) => void;
  readonly onEnter: () => void;
}

/** Above the list: the search, a way to pick all that it finds, and how many are picked. */
export function PickerToolbar({ search, onSearch, found, picks, onPick, onEnter }: PickerToolbarProps) {
  const { messages, locale } = useSpeech();
  const words = messages.connect.roles;
  const count = (n: number) => ({ count: n, text: formatNumber(locale, n) });
  const searching = search.trim() !== '';
  const all = found.length > 0 && picks.count(found) === found.length;
  const label = all
    ? searching
      ? words.unpickFound
      : words.unpickAll
    : searching
      ? words.pickFound(count(found.length))
      : words.pickAll(count(found.length));
  return (
    <div
      className={styles.toolbar}
      onKeyDown={(event) => {
        // In the field only: on the button Enter is the button's.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        if ((event.target as HTMLElement).tagName !== 'INPUT') return;
        // Else the browser would send the next step's form with the same keystroke.
        event.preventDefault();
        onEnter();
      }}
    >
      <FilterField label={words.search} value={search} onChange={onSearch} />
      <Button onPress={() => onPick(picks.toggled(found))} isDisabled={found.length === 0}>
        {label}
      </Button>
      <span role="status" className={styles.picked}>
        {picks.roles.length > 0 && words.picked(count(picks.roles.length))}
      </span>
    </div>
  );
}

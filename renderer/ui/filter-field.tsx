import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { cx } from './cx.ts';
import { usePageWords } from './language.tsx';
import { usePageCommand } from './page-commands.ts';
import styles from './filter-field.module.css';

export interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Filters the list beneath as one types. Ctrl/Cmd+F comes here, Escape empties it. */
export function FilterField({ label, value, onChange }: FilterFieldProps) {
  const { common } = usePageWords();
  const input = useRef<HTMLInputElement>(null);
  usePageCommand('filter', () => input.current?.select());
  return (
    <SearchField aria-label={label} value={value} onChange={onChange} className={cx(styles.field)}>
      <Search className={styles.icon} size={14} aria-hidden />
      <Input ref={input} className={cx(styles.input)} placeholder={label} spellCheck="false" />
      {value !== '' && (
        <Button className={cx(styles.clear)} aria-label={common.clear}>
          <X size={14} />
        </Button>
      )}
    </SearchField>
  );
}

import { ChevronRight } from 'lucide-react';
import type { CatalogRole } from '../../../shared/portal-comparison.ts';
import { formatNumber } from '../../ui/format.ts';
import { Highlight } from '../../ui/highlight.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { PickBox } from './pick-box.tsx';
import { type PickerRow, rolesOfRow } from './picker-rows.ts';
import type { Picks } from './picks.ts';
import { RowNote } from './row-note.tsx';
import styles from './connect.module.css';

export type PickerColumn = 'name' | 'id' | 'note';

export interface PickerCellProps {
  readonly row: PickerRow | undefined;
  readonly column: PickerColumn;
  readonly picks: Picks;
  /** What is searched for. */
  readonly part: string;
  /** The name of a profile that is for this role already. */
  readonly profileFor: (role: CatalogRole) => string | undefined;
  readonly onPick: (row: PickerRow) => void;
}

/** One cell of the list of accounts and roles. */
export function PickerCell({ row, column, ...props }: PickerCellProps) {
  if (row === undefined) return null;
  if (row.kind === 'note') return column === 'name' ? <RowNote note={row.note} /> : null;
  if (column === 'note') return <PickNote row={row} {...props} />;
  if (column === 'name') return <PickName row={row} {...props} />;
  return row.kind === 'account' ? <Highlight text={row.account.accountId} part={props.part} /> : null;
}

type CellProps = Omit<PickerCellProps, 'row' | 'column'> & {
  readonly row: Exclude<PickerRow, { kind: 'note' }>;
};

function PickName({ row, picks, part, onPick }: CellProps) {
  const words = useSpeech().messages.connect.roles;
  const { account } = row;
  const name = account.accountName ?? account.accountId;
  const roles = rolesOfRow(row);
  const count = picks.count(roles);
  const state = count === 0 ? 'none' : count === roles.length ? 'all' : 'some';
  if (row.kind === 'role') {
    return (
      <span className={styles.role}>
        <PickBox state={state} label={words.pick({ role: row.roleName, account: name })} />
        <Text text={row.roleName} part={part} />
      </span>
    );
  }
  return (
    <span className={styles.account}>
      <ChevronRight className={styles.chevron} size={14} aria-hidden />
      <PickBox
        state={state}
        label={words.pickAccount({ account: name })}
        isDisabled={roles.length === 0}
        onPress={() => onPick(row)}
      />
      <Text text={name} part={part} />
    </span>
  );
}

/** Beside a role the profile that it has; beside an account how many of its roles are picked. */
function PickNote({ row, picks, profileFor }: CellProps) {
  const { messages, locale } = useSpeech();
  const words = messages.connect.roles;
  const roles = rolesOfRow(row);
  const [role] = roles;
  if (role === undefined) return null;
  if (row.kind === 'account') {
    const count = picks.count(roles);
    if (count === 0) return null;
    const [picked, of] = [formatNumber(locale, count), formatNumber(locale, roles.length)];
    return <span className={styles.dim}>{words.pickedIn({ picked, of })}</span>;
  }
  const profile = profileFor(role);
  return profile === undefined ? null : (
    <span className={styles.dim} title={profile}>
      {words.hasProfile({ profile })}
    </span>
  );
}

function Text({ text, part }: { readonly text: string; readonly part: string }) {
  return (
    <span className={styles.text} title={text}>
      <Highlight text={text} part={part} />
    </span>
  );
}

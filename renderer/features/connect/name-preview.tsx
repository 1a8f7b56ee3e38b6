import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { type CatalogRole, keyOf } from '../../../shared/portal-comparison.ts';
import type { PlannedName } from '../../../shared/profile-names.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx';
import styles from './connect.module.css';

/** Pixels. */
const ROW = 28;
const MOST_ROWS = 8;

export interface NamePreviewProps {
  readonly roles: readonly CatalogRole[];
  /** One for each role. */
  readonly names: readonly PlannedName[];
}

type Column = 'name' | 'role' | 'account';

/** Every name as it would be, those that can't be used first. */
export function NamePreview({ roles, names }: NamePreviewProps) {
  const { messages, locale } = useSpeech();
  const words = messages.connect.profiles;
  const rows = useMemo(() => {
    const all = roles.map((role, index) => ({ role, planned: names[index] ?? { name: '' } }));
    return [
      ...all.filter(({ planned }) => planned.problem),
      ...all.filter(({ planned }) => !planned.problem),
    ];
  }, [roles, names]);
  const columns: readonly TableColumn<Column>[] = [
    { id: 'name', label: words.columns.name, width: 'minmax(0, 1.7fr)' },
    { id: 'role', label: words.columns.role, width: 'minmax(0, 1fr)' },
    { id: 'account', label: words.columns.account, width: 'minmax(0, 1fr)' },
  ];
  const cell = (index: number, column: Column) => {
    const row = rows[index];
    if (row === undefined) return null;
    const { role, planned } = row;
    if (column === 'role') return role.roleName;
    if (column === 'account') return <Account role={role} />;
    if (planned.problem === undefined) return <code title={planned.name}>{planned.name}</code>;
    const { problem } = planned;
    return (
      <span className={styles.badName} title={`${planned.name}: ${words.problems[problem]}`}>
        <TriangleAlert size={13} aria-hidden />
        <code>{planned.name}</code>
        <span className={styles.mark}>{words.marks[problem]}</span>
      </span>
    );
  };
  return (
    <div>
      <p className={styles.tableTitle}>
        {words.preview({ count: rows.length, text: formatNumber(locale, rows.length) })}
      </p>
      <div
        className={styles.preview}
        style={{ height: 30 + ROW * Math.min(MOST_ROWS, Math.max(1, rows.length)) }}
      >
        <VirtualTable
          label={words.previewLabel}
          columns={columns}
          rowCount={rows.length}
          rowKey={(index) => keyOf(rows[index]?.role ?? { accountId: '', roleName: String(index) })}
          cell={cell}
          rowHeight={ROW}
        />
      </div>
    </div>
  );
}

function Account({ role }: { readonly role: CatalogRole }) {
  const { accountName, accountId } = role;
  if (accountName === undefined) return accountId;
  return (
    <span title={`${accountName} ${accountId}`}>
      {accountName} <span className={styles.dim}>{accountId}</span>
    </span>
  );
}

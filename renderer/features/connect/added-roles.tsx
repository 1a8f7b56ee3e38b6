import { useMemo } from 'react';
import type { PortalCatalog } from '../../../shared/portal-catalog.ts';
import { type CatalogRole, keyOf } from '../../../shared/portal-comparison.ts';
import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { RolePicker } from './role-picker.tsx';
import styles from './connect.module.css';

export interface AddedRolesProps {
  readonly catalog: PortalCatalog;
  readonly added: readonly CatalogRole[];
  readonly picked: readonly CatalogRole[];
  readonly onPick: (roles: readonly CatalogRole[]) => void;
  readonly onAgain: () => void;
  readonly onAdd: () => void;
}

const NO_PROFILE = () => undefined;

/** Roles of the portal that no profile is for, to make some. */
export function AddedRoles({ catalog, added, picked, onPick, onAgain, onAdd }: AddedRolesProps) {
  const { messages, locale } = useSpeech();
  const words = messages.connect.compare;
  const count = (n: number) => ({ count: n, text: formatNumber(locale, n) });
  const shown = useMemo<PortalCatalog>(() => {
    const keys = new Set(added.map(keyOf));
    const accounts = catalog.accounts.flatMap((account) => {
      const { accountId, roles } = account;
      if (roles === undefined) return account.error === undefined ? [] : [account];
      const left = roles.filter((roleName) => keys.has(keyOf({ accountId, roleName })));
      return left.length === 0 ? [] : [{ ...account, roles: left }];
    });
    return { ...catalog, accounts };
  }, [catalog, added]);
  return (
    <section className={styles.part} aria-labelledby="compare-added">
      <h2 id="compare-added">{words.added(count(added.length))}</h2>
      <p className={styles.dim}>{words.addedBody}</p>
      <RolePicker
        catalog={shown}
        picked={picked}
        onPick={onPick}
        profileFor={NO_PROFILE}
        onAgain={onAgain}
        onEnter={() => picked.length > 0 && onAdd()}
        fit
      />
      <div className={styles.actions}>
        <Button kind="primary" onPress={onAdd} isDisabled={picked.length === 0}>
          {words.add(count(picked.length))}
        </Button>
      </div>
    </section>
  );
}

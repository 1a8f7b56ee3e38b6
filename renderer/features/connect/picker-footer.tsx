import { useMemo } from 'react';
import type { PortalCatalog } from '../../../shared/portal-catalog.ts';
import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ListFooter } from '../../ui/list-footer.tsx';
import styles from './connect.module.css';

export interface PickerFooterProps {
  readonly catalog: PortalCatalog | undefined;
  readonly onAgain: () => void;
}

/** Beneath the list: how many there are, how far it is, and what could not be had. */
export function PickerFooter({ catalog, onAgain }: PickerFooterProps) {
  const { messages, locale } = useSpeech();
  const { connect, page } = messages;
  const words = connect.roles;
  const count = (n: number) => ({ count: n, text: formatNumber(locale, n) });
  const { roles, failures } = useMemo(() => {
    const accounts = catalog?.accounts ?? [];
    return {
      roles: accounts.reduce((sum, { roles = [] }) => sum + roles.length, 0),
      failures: accounts.reduce((sum, { error }) => sum + (error === undefined ? 0 : 1), 0),
    };
  }, [catalog]);
  const sentence = () => {
    if (catalog === undefined || (catalog.phase === 'listing-accounts' && catalog.accounts.length === 0)) {
      return words.first;
    }
    const { accounts, answered, phase } = catalog;
    const what = words.counts({ accounts: count(accounts.length), roles: count(roles) });
    if (phase === 'listing-accounts') return words.listingAccounts({ what });
    if (phase !== 'listing-roles') return what;
    return words.listingRoles({
      what,
      answered: formatNumber(locale, answered),
      of: formatNumber(locale, accounts.length),
    });
  };
  const busy = catalog === undefined || catalog.phase.startsWith('listing');
  return (
    <>
      {(catalog?.throttled || (failures > 0 && !busy)) && (
        <div role="status" className={styles.notes}>
          {catalog?.throttled && <p>{words.throttled}</p>}
          {failures > 0 && !busy && (
            <p>
              {words.failures(count(failures))}{' '}
              <Button kind="quiet" onPress={onAgain}>
                {page.common.retry}
              </Button>
            </p>
          )}
        </div>
      )}
      <ListFooter text={sentence()} busy={busy} />
    </>
  );
}

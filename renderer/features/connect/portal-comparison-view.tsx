import { RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PortalCatalog } from '../../../shared/portal-catalog.ts';
import { type CatalogRole, comparePortal } from '../../../shared/portal-comparison.ts';
import { usePortalCatalog } from '../../bridge/portal-catalog.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { usePageCommand } from '../../ui/page-commands.ts';
import { AddCompared } from './add-compared.tsx';
import { AddedRoles } from './added-roles.tsx';
import { GoneProfiles } from './gone-profiles.tsx';
import type { PortalRolesViewProps } from './portal-roles-view.tsx';
import { PruneReview } from './prune-review.tsx';
import { UnknownProfiles } from './unknown-profiles.tsx';
import styles from './connect.module.css';

const NOTHING: PortalCatalog = { phase: 'listing-accounts', accounts: [], answered: 0, throttled: false };

/** What the portal offers beside the profiles of a session: what is new can be added, what is gone deleted. */
export function PortalComparisonView(props: PortalRolesViewProps) {
  const { session, onSignIn, onLeave } = props;
  const { messages, locale } = useSpeech();
  const { connect } = messages;
  const words = connect.compare;
  const kept = usePortalCatalog(session, true);
  const { catalog = NOTHING, error, again } = kept;
  const [picked, setPicked] = useState<readonly CatalogRole[]>([]);
  const [doing, setDoing] = useState<'look' | 'add'>('look');
  const [pruning, setPruning] = useState<readonly string[]>();
  const comparison = useMemo(() => comparePortal(catalog, session.profiles), [catalog, session.profiles]);
  usePageCommand('refresh', again);
  const { added, gone, unknown, unchanged } = comparison;
  const count = (n: number) => ({ count: n, text: formatNumber(locale, n) });
  const listing = catalog.phase.startsWith('listing') && error === undefined;
  if (doing === 'add') {
    return <AddCompared {...props} kept={kept} picked={picked} onBack={() => setDoing('look')} />;
  }
  if (pruning !== undefined) {
    return <PruneReview session={session} names={pruning} onClose={() => setPruning(undefined)} />;
  }
  const same = !listing && catalog.phase === 'done' && added.length + gone.length + unknown.length === 0;
  return (
    <section className={styles.flow} aria-labelledby="compare-title">
      <header className={styles.header}>
        <div>
          <h1 id="compare-title" className={styles.title}>
            {words.title({ session: session.name })}
          </h1>
          <p role="status" className={styles.dim}>
            {listing && words.listing}
            {catalog.phase === 'failed' && words.failed}
            {!listing && catalog.phase === 'done' && !same && words.unchanged(count(unchanged))}
          </p>
        </div>
        <span className={styles.tools}>
          <IconButton label={words.refresh} icon={<RefreshCw size={15} />} onPress={again} />
          <Button onPress={onLeave}>{connect.close}</Button>
        </span>
      </header>
      {error !== undefined && <ErrorNotice error={error} remedies={{ retry: again, 'sign-in': onSignIn }} />}
      {same && (
        <div className={styles.same}>
          <h2>{words.same}</h2>
          <p className={styles.dim}>{words.sameBody(count(unchanged))}</p>
        </div>
      )}
      {gone.length > 0 && <GoneProfiles gone={gone} onPrune={setPruning} />}
      {(added.length > 0 || listing) && (
        <AddedRoles
          catalog={catalog}
          added={added}
          picked={picked}
          onPick={setPicked}
          onAgain={again}
          onAdd={() => setDoing('add')}
        />
      )}
      {unknown.length > 0 && !listing && <UnknownProfiles profiles={unknown} />}
    </section>
  );
}

import { useConnection } from '../bridge/bridge-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { usePageWords } from '../ui/language.tsx';

/** Says that the process behind the page can't be reached, for as long as it can't. */
export function ConnectionBanner() {
  const { connection } = usePageWords();
  if (useConnection() !== 'away') return null;
  return (
    <Banner tone="warn" title={connection.away}>
      {connection.next}
    </Banner>
  );
}

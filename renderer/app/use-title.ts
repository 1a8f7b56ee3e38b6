import { use, useEffect } from 'react';
import { usePageWords } from '../ui/language.tsx';
import { ShownContext } from '../ui/page-commands.ts';

/** Names the window after what is shown in it; a tab that isn't shown has no say. */
export function useTitle(what: string | undefined): void {
  const { appName } = usePageWords();
  const shown = use(ShownContext);
  useEffect(() => {
    if (!shown) return undefined;
    document.title = what === undefined ? appName : `${what} — ${appName}`;
    return () => {
      document.title = appName;
    };
  }, [what, appName, shown]);
}

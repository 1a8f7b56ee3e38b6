import { useEffect } from 'react';
import { usePageWords } from '../ui/language.tsx';

/** Names the window after what is shown in it. */
export function useTitle(what: string | undefined): void {
  const { appName } = usePageWords();
  useEffect(() => {
    document.title = what === undefined ? appName : `${what} — ${appName}`;
    return () => {
      document.title = appName;
    };
  }, [what, appName]);
}

import { useEffect } from 'react';

/** Names the window after what is shown in it. */
export function useTitle(what: string | undefined): void {
  useEffect(() => {
    document.title = what === undefined ? 'Bucket Porter' : `${what} — Bucket Porter`;
  }, [what]);
}

import { useEffect } from 'react';
import type { AppInfo } from '../../../shared/settings.ts';
import type { SignIns } from '../../../shared/sign-in.ts';
import { takePagesToOpen } from './started-here.ts';

/** In a browser nobody but the page can open a tab. It does so once, for a sign-in begun right here. */
export function useOpenPage(signIns: SignIns, host: AppInfo['host'] | undefined): void {
  useEffect(() => {
    if (host !== 'browser') return;
    for (const url of takePagesToOpen(signIns)) window.open(url, '_blank', 'noopener');
  }, [signIns, host]);
}

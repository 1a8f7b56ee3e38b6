import { useEffect, useRef } from 'react';
import { parseLocation, type S3Location } from '../../shared/s3-location.ts';

/** Goes to the address of a place in S3 that is pasted into the window, where no field takes it. */
export function usePastedLocation(onLocation: (location: S3Location) => void): void {
  const latest = useRef(onLocation);
  useEffect(() => {
    latest.current = onLocation;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, [role=dialog], [role=alertdialog]'))
        return;
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      // Any word may be a bucket's name; only what says that it is an address is one here.
      const location = /^(s3:\/\/|arn:|https:\/\/)/i.test(text) ? parseLocation(text) : undefined;
      if (location !== undefined) latest.current(location);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}

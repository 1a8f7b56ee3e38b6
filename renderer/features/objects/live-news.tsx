import { useEffect, useRef, useState } from 'react';
import type { ListingState } from '../../../shared/listing.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './objects.module.css';

/** Not every count is worth reading out; one in so long is. */
const EVERY_MS = 10_000;

/** Reads out how a listing gets on: now and then while it goes on, and that it is complete. */
export function LiveNews({ state }: { readonly state: ListingState | undefined }) {
  const { messages, locale } = useSpeech();
  const { live } = messages.objects;
  const latest = useRef(state);
  const [told, setTold] = useState('');
  useEffect(() => {
    latest.current = state;
  });
  const phase = state?.phase;
  useEffect(() => {
    if (phase !== 'running') return undefined;
    const timer = setInterval(() => {
      const count = latest.current?.rows ?? 0;
      setTold(live.arrived({ count, text: formatNumber(locale, count) }));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [phase, live, locale]);
  const rows = state?.rows ?? 0;
  const count = { count: rows, text: formatNumber(locale, rows) };
  const done = rows === 0 ? live.none : live.done(count);
  return (
    <span role="status" className={styles.hidden}>
      {phase === 'done' ? done : told}
    </span>
  );
}

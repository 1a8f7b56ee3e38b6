import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { DiffRow } from './diff-rows.ts';
import styles from './versions.module.css';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
/** A line longer than this is cut: laying out a megabyte in one line stops any page. */
const LONGEST_LINE = 5000;

/** A unified diff with the line numbers of both sides; only rows in view exist. */
export function DiffView({ rows }: { readonly rows: readonly DiffRow[] }) {
  const { messages, locale } = useSpeech();
  const words = messages.details.versions;
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 18,
    overscan: 20,
  });
  const spoken = { same: '', added: words.addedLine, removed: words.removedLine } as const;
  return (
    <div ref={scroll} className={styles.diff} tabIndex={0} role="group" aria-label={words.comparison}>
      <div className={styles.diffLines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${start}px)` };
          if (row.kind === 'gap') {
            return (
              <div key={key} className={styles.diffGap} style={place}>
                {words.hidden({ count: row.lines, text: formatNumber(locale, row.lines) })}
              </div>
            );
          }
          const { kind, text, before, after } = row.line;
          return (
            <div key={key} className={styles.diffLine} data-kind={kind} style={place}>
              <span className={styles.diffNumber} aria-hidden>
                {before}
              </span>
              <span className={styles.diffNumber} aria-hidden>
                {after}
              </span>
              <span className={styles.sign} aria-hidden>
                {SIGNS[kind]}
              </span>
              {kind !== 'same' && <span className={styles.hidden}>{spoken[kind]}: </span>}
              <span className={styles.diffText}>{text.slice(0, LONGEST_LINE)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

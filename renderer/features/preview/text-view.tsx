import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useMemo, useRef } from 'react';
import { cx } from '../../ui/cx.ts';
import { formatNumber } from '../../ui/format.ts';
import { indentJson } from '../../ui/indent-json.ts';
import { useSpeech } from '../../ui/language.tsx';
import { LONGEST_LINE, textLines, widestColumns } from './text-lines.ts';
import styles from './preview.module.css';

const LINE_HEIGHT = 18;

export interface TextViewProps {
  readonly text: string;
  /** Lay it out as JSON. */
  readonly json: boolean;
  readonly wrap: boolean;
}

/** A text with line numbers; only the lines in view exist. */
export function TextView({ text, json, wrap }: TextViewProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  const scroll = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => textLines(json ? indentJson(text) : text), [text, json]);
  const columns = useMemo(() => (wrap ? 0 : widestColumns(lines)), [lines, wrap]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
    // Heights that were measured while lines were wrapped are wrong when they aren't.
    getItemKey: (index) => `${wrap ? 'wrapped' : 'plain'} ${index}`,
  });
  const sizes = {
    '--gutter': `${String(lines.length).length}ch`,
    '--columns': `${columns}ch`,
    height: virtual.getTotalSize(),
  } as CSSProperties;
  const count = { count: lines.length, text: formatNumber(locale, lines.length) };
  return (
    <>
      <div
        ref={scroll}
        className={styles.text}
        tabIndex={0}
        role="group"
        aria-label={`${words.text}, ${words.lines(count)}`}
      >
        <div className={styles.lines} style={sizes}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index] ?? '';
            const rest = line.length - LONGEST_LINE;
            return (
              <div
                key={key}
                ref={wrap ? virtual.measureElement : undefined}
                data-index={index}
                className={cx(styles.line, wrap && styles.wrapped)}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className={styles.number} aria-hidden>
                  {index + 1}
                </span>
                <span className={styles.content}>
                  {rest > 0 ? line.slice(0, LONGEST_LINE) : line}
                  {rest > 0 && (
                    <span className={styles.dim}>
                      {' '}
                      {words.longLine({ text: formatNumber(locale, rest) })}
                    </span>
                  )}
                </span>
              </div>
            );
          })}
        </div>
      </div>
      <p className={styles.foot}>{words.lines(count)}</p>
    </>
  );
}

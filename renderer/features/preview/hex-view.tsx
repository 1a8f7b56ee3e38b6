import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronFirst, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { bytesOf, hexRow } from './hex-rows.ts';
import { OffsetField } from './offset-field.tsx';
import styles from './preview.module.css';

const LINE_HEIGHT = 18;
/** Pixels that sixteen bytes, their offset and their characters take. */
const WIDE = 600;

export interface HexViewProps {
  /** Base64. */
  readonly bytes: string;
  readonly offset: number;
  /** Bytes of the object; undefined where one can't go anywhere in it (what was unpacked). */
  readonly size: number | undefined;
  readonly busy: boolean;
  readonly onOffset: (offset: number) => void;
}

/** Bytes as hexadecimal digits and as characters, a part of the object at a time. */
export function HexView({ bytes: base64, offset, size, busy, onOffset }: HexViewProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  const scroll = useRef<HTMLDivElement>(null);
  const bytes = useMemo(() => bytesOf(base64), [base64]);
  const perRow = useWide(scroll) ? 16 : 8;
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never memoized
  const virtual = useVirtualizer({
    count: Math.ceil(bytes.length / perRow),
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });
  useEffect(() => {
    scroll.current?.scrollTo?.({ top: 0 });
  }, [base64]);
  const end = offset + bytes.length;
  const number = (value: number) => formatNumber(locale, value);
  const range = { from: number(offset), to: number(Math.max(offset, end - 1)), size: number(size ?? end) };
  return (
    <>
      <div
        ref={scroll}
        className={styles.text}
        tabIndex={0}
        role="group"
        aria-label={words.bytesAt(range)}
        aria-busy={busy}
      >
        <div className={styles.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = hexRow(bytes, offset, index, perRow);
            return (
              <div key={index} className={styles.hexLine} style={{ transform: `translateY(${start}px)` }}>
                <span className={styles.dim}>{row.offset}</span>
                <span>{row.hex}</span>
                <span className={styles.ascii}>{row.ascii}</span>
              </div>
            );
          })}
        </div>
      </div>
      <div className={styles.foot}>
        <span>{words.bytesAt(range)}</span>
        {size !== undefined && (
          <span className={styles.pager}>
            <IconButton
              small
              label={words.firstBytes}
              icon={<ChevronFirst size={14} />}
              isDisabled={busy || offset === 0}
              onPress={() => onOffset(0)}
            />
            <IconButton
              small
              label={words.previousBytes}
              icon={<ChevronLeft size={14} />}
              isDisabled={busy || offset === 0}
              onPress={() => onOffset(Math.max(0, offset - bytes.length))}
            />
            <IconButton
              small
              label={words.nextBytes}
              icon={<ChevronRight size={14} />}
              isDisabled={busy || end >= size}
              onPress={() => onOffset(end)}
            />
            <OffsetField size={size} onOffset={onOffset} />
          </span>
        )}
      </div>
    </>
  );
}

/** Whether an element has room for sixteen bytes a row. */
function useWide(element: React.RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(true);
  useEffect(() => {
    const { current } = element;
    if (current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWide(entry.contentRect.width >= WIDE);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return wide;
}

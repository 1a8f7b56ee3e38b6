import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './preview.module.css';

/** Pixels of a canvas that every browser can make. */
const MOST_PIXELS = 16_000_000;

export interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  readonly onProblem: () => void;
}

/** One page as wide as its place, with its text for those who can't see it. */
export function PdfPage({ document, number, onProblem }: PdfPageProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [read, setRead] = useState<{ number: number; text: string }>();
  const latestProblem = useRef(onProblem);
  useEffect(() => {
    latestProblem.current = onProblem;
  });
  useEffect(() => {
    let stopped = false;
    let task: RenderTask | undefined;
    const draw = async () => {
      const page = await document.getPage(number);
      const { current } = canvas;
      if (stopped || current === null) return;
      const natural = page.getViewport({ scale: 1 });
      const wide = (current.parentElement?.clientWidth ?? natural.width) / natural.width;
      const sharp = wide * window.devicePixelRatio;
      const limit = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
      const viewport = page.getViewport({ scale: Math.min(sharp, limit) });
      current.width = Math.floor(viewport.width);
      current.height = Math.floor(viewport.height);
      task = page.render({ canvas: current, viewport });
      await task.promise;
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      if (!stopped) setRead({ number, text });
    };
    draw().catch(() => {
      if (!stopped) latestProblem.current();
    });
    return () => {
      stopped = true;
      task?.cancel();
    };
  }, [document, number]);
  return (
    <>
      <canvas
        ref={canvas}
        className={styles.page}
        role="img"
        aria-label={words.pageLabel({ page: formatNumber(locale, number) })}
      />
      <p className={styles.hidden}>{read?.number === number && read.text}</p>
    </>
  );
}

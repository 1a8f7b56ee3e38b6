import type { PDFDocumentProxy } from 'pdfjs-dist';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { type PdfProblem, openPdf, pdfProblem } from './pdf-document.ts';
import { PdfPage } from './pdf-page.tsx';
import styles from './preview.module.css';

/** A PDF, a page at a time, drawn on a canvas. Another source needs another key. */
export function PdfView({ source }: { readonly source: string }) {
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  const [opened, setOpened] = useState<PDFDocumentProxy>();
  const [problem, setProblem] = useState<PdfProblem>();
  const [number, setNumber] = useState(1);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    openPdf(source, signal)
      .then(({ document }) => {
        if (!signal.aborted) setOpened(document);
      })
      .catch((thrown: unknown) => {
        if (!signal.aborted) setProblem(pdfProblem(thrown));
      });
    return () => controller.abort();
  }, [source]);
  if (problem !== undefined) {
    return <p className={styles.broken}>{problem === 'locked' ? words.lockedPdf : words.brokenPdf}</p>;
  }
  if (opened === undefined)
    return <div className={styles.waiting} role="status" aria-label={words.loading} />;
  const pages = opened.numPages;
  return (
    <>
      <div className={styles.pdf} tabIndex={0} role="group" aria-label={words.kinds.pdf}>
        <PdfPage document={opened} number={number} onProblem={() => setProblem('broken')} />
      </div>
      <div className={styles.foot}>
        <span role="status">
          {words.page({ page: formatNumber(locale, number), pages: formatNumber(locale, pages) })}
        </span>
        <span className={styles.pager}>
          <IconButton
            small
            label={words.previousPage}
            icon={<ChevronLeft size={14} />}
            isDisabled={number <= 1}
            onPress={() => setNumber(number - 1)}
          />
          <IconButton
            small
            label={words.nextPage}
            icon={<ChevronRight size={14} />}
            isDisabled={number >= pages}
            onPress={() => setNumber(number + 1)}
          />
        </span>
      </div>
    </>
  );
}

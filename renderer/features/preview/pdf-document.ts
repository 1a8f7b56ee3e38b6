import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Why a document can't be shown. */
export type PdfProblem = 'locked' | 'broken';

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Opens a PDF. pdf.js is loaded when the first is opened; it reads the file by ranges in a worker of the page's own.
 * No script of the document runs: that needs a sandbox that isn't here, and functions in fonts are interpreted
 * instead of compiled.
 * @throws what pdf.js throws; see {@link pdfProblem}
 */
export async function openPdf(source: string, signal: AbortSignal): Promise<OpenPdf> {
  const [pdfjs, { default: PdfWorker }, { BundledPdfData }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
    import('./pdf-data.ts'),
  ]);
  signal.throwIfAborted();
  const port = new PdfWorker();
  const worker = pdfjs.PDFWorker.create({ port });
  const task = pdfjs.getDocument({
    url: new URL(source, document.baseURI).href,
    worker,
    isEvalSupported: false,
    enableXfa: false,
    // WebAssembly would need a wider policy; plain script decodes the same, slower.
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'standard_fonts/',
    BinaryDataFactory: BundledPdfData,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
  });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    return { document: await task.promise, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

export function pdfProblem(thrown: unknown): PdfProblem {
  return thrown instanceof Error && thrown.name === 'PasswordException' ? 'locked' : 'broken';
}

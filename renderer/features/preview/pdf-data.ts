/**
 * Tables and fonts that PDF files may take for granted: character maps for Chinese, Japanese and Korean text, and the
 * fourteen standard fonts. Each is a piece of the page's own script, loaded when a file needs it, so that
 * the page's policy needs no further way out.
 */
const CMAPS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
});
const FONTS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&inline',
  import: 'default',
});

/** What pdf.js asks for such data; it makes one itself. */
export class BundledPdfData {
  /** @throws where there is no such file */
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const [files, folder] = kind === 'cMapUrl' ? [CMAPS, 'cmaps'] : [FONTS, 'standard_fonts'];
    const load = files[`../../../node_modules/pdfjs-dist/${folder}/${filename}`];
    if (load === undefined) throw new Error(`no ${filename}`);
    const address = await load();
    const text = atob(address.slice(address.indexOf(',') + 1));
    return Uint8Array.from(text, (char) => char.charCodeAt(0));
  }
}

import type { PreviewContent } from '../../../../../shared/preview.ts';

export type TextLanguage = Extract<PreviewContent, { kind: 'text' }>['language'];
export type TableForm = 'csv' | 'tsv' | 'jsonl';

const CODE =
  /\.(js|mjs|cjs|ts|tsx|jsx|py|rb|go|rs|java|kt|c|h|cc|cpp|hpp|cs|php|sh|bash|zsh|ps1|sql|css|scss|html?|tf|hcl|toml|ini|conf|cfg|properties|r|scala|swift|lua|pl|dockerfile|gradle|ipynb)$/i;

/** How a text is coloured, by its name, its content type and how it begins. */
export function textLanguage(name: string, contentType: string, text: string): TextLanguage {
  const type = contentType.toLowerCase();
  if (/\.(json|geojson|har|webmanifest|ipynb)$/i.test(name) || /[/+]json\b/.test(type)) return 'json';
  if (/\.(xml|xsd|xsl|xslt|rss|atom|svg|plist|kml|gpx)$/i.test(name) || /[/+]xml\b/.test(type)) return 'xml';
  if (/\.(md|markdown)$/i.test(name) || type.startsWith('text/markdown')) return 'markdown';
  if (/\.ya?ml$/i.test(name) || /\byaml\b/.test(type)) return 'yaml';
  if (/\.log(\.\d+)?$/i.test(name)) return 'log';
  if (CODE.test(name) || /(^|\/)(dockerfile|makefile)$/i.test(name)) return 'code';
  if (text.startsWith('<?xml')) return 'xml';
  return 'plain';
}

/** Whether a text is a table, by its name and content type. */
export function tableForm(name: string, contentType: string): TableForm | undefined {
  const type = contentType.toLowerCase();
  if (/\.(tsv|tab)$/i.test(name) || type.startsWith('text/tab-separated-values')) return 'tsv';
  if (/\.(jsonl|ndjson|jsonlines)$/i.test(name) || /ndjson|jsonl|json-lines|json-seq/.test(type))
    return 'jsonl';
  // Some upload everything a spreadsheet touched as this; the name is more to be trusted.
  if (/\.csv$/i.test(name) || (type.startsWith('text/csv') && !/\.[a-z0-9]+$/i.test(name))) return 'csv';
  return undefined;
}

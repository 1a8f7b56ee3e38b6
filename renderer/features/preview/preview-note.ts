import type { DetailsMessages } from '../../../shared/messages/en/details.ts';
import type { Preview } from '../../../shared/preview.ts';
import { formatBytes } from '../../ui/format-bytes.ts';

/** Names of formats, the same in every language. */
const TABLES = { csv: 'CSV', tsv: 'TSV', jsonl: 'JSONL', parquet: 'Parquet' } as const;

/** What it is and how much of it was read, in one line: `Text · UTF-8 · first 256 KB of 1.2 GB`. */
export function previewNote(words: DetailsMessages['previews'], locale: string, preview: Preview): string {
  const { kind, size, read, partial, unpacked } = preview;
  if (kind === 'empty' || kind === 'archived' || kind === 'too-large') return '';
  const parts: string[] = [kind === 'table' ? TABLES[preview.from] : words.kinds[kind]];
  if (kind === 'text') parts.push(words.encodings[preview.encoding]);
  if (unpacked !== undefined) parts.push(words.unpacked({ from: unpacked }));
  const text = (bytes: number) => formatBytes(locale, bytes);
  if (kind === 'text' || (kind === 'table' && preview.from !== 'parquet')) {
    parts.push(
      partial ? words.first({ read: text(read), size: text(size) }) : words.whole({ size: text(size) }),
    );
  } else {
    parts.push(text(size));
  }
  return parts.join(' · ');
}

import type { AsyncBuffer, FileMetaData, ParquetParsers, SchemaTree } from 'hyparquet';
import type { PreviewTable } from '../../../../../shared/preview.ts';
import { parquetCell, parquetType, TEXT_PARSERS } from './parquet-values.ts';

/** Rows in one page. */
export const PARQUET_PAGE = 200;
/** Bytes read at most for one page: columns are left out from the right where they would be more. */
export const PARQUET_LIMIT = 32 * 1024 * 1024;
const MOST_COLUMNS = 200;

export interface ParquetPage {
  readonly table: PreviewTable;
  /** Columns were left out, or rows come before or after these. */
  readonly partial: boolean;
}

/** Reads from a file of which only parts are fetched. */
export interface RangeFile {
  readonly size: number;
  /** The bytes from `start` to before `end`. */
  range(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Some rows of a Parquet file: its footer is read, then of the row groups that hold these rows the columns shown.
 * @returns `too-large` where even the first column is more than the limit
 * @throws Error for a file that isn't Parquet, or uses what the reader doesn't know
 */
export async function parquetPage(file: RangeFile, offset: number): Promise<ParquetPage | 'too-large'> {
  const { parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const buffer: AsyncBuffer = {
    byteLength: file.size,
    slice: async (start, end) => {
      const from = start < 0 ? file.size + start : start;
      const to = Math.min(end ?? file.size, file.size);
      if (to - from > 2 * PARQUET_LIMIT) throw new TooLarge();
      return (await file.range(from, to)).buffer;
    },
  };
  const parsers: Partial<ParquetParsers> = TEXT_PARSERS;
  try {
    const metadata = await parquetMetadataAsync(buffer, { parsers, geoparquet: false });
    const total = Number(metadata.num_rows);
    const rowStart = Math.min(offset, total);
    const rowEnd = Math.min(rowStart + PARQUET_PAGE, total);
    const schema = parquetSchema(metadata).children;
    const shown = affordable(metadata, schema, rowStart, rowEnd);
    if (shown.length === 0 && schema.length > 0) return 'too-large';
    let rows: unknown[][] = [];
    await parquetRead({
      file: buffer,
      metadata,
      columns: shown.map(({ element }) => element.name),
      rowStart,
      rowEnd,
      compressors,
      parsers,
      // Bytes without a type may be text or not; looking at each tells.
      utf8: false,
      geoparquet: false,
      useOffsetIndex: true,
      onComplete: (read) => {
        rows = read;
      },
    });
    return {
      table: {
        columns: shown.map((column) => ({ name: column.element.name, type: parquetType(column) })),
        rows: rows.map((row) => row.map(parquetCell)),
        totalRows: total,
      },
      partial: shown.length < schema.length || rowStart > 0 || rowEnd < total,
    };
  } catch (thrown) {
    if (thrown instanceof TooLarge) return 'too-large';
    throw thrown;
  }
}

class TooLarge extends Error {}

/** The columns, from the left, whose bytes in the row groups concerned fit in the limit. */
function affordable(
  metadata: FileMetaData,
  schema: readonly SchemaTree[],
  rowStart: number,
  rowEnd: number,
): SchemaTree[] {
  const bytes = new Map<string, number>();
  let first = 0;
  for (const group of metadata.row_groups) {
    const end = first + Number(group.num_rows);
    if (end > rowStart && first < rowEnd) {
      for (const { meta_data: column } of group.columns) {
        const name = column?.path_in_schema[0];
        if (column === undefined || name === undefined) continue;
        bytes.set(name, (bytes.get(name) ?? 0) + Number(column.total_compressed_size));
      }
    }
    first = end;
  }
  let sum = 0;
  const shown: SchemaTree[] = [];
  for (const column of schema.slice(0, MOST_COLUMNS)) {
    sum += bytes.get(column.element.name) ?? 0;
    if (sum > PARQUET_LIMIT) break;
    shown.push(column);
  }
  return shown;
}

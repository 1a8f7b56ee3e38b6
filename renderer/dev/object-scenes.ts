import { appError } from '../../shared/app-error.ts';
import type { SearchCriteria } from '../../shared/listing.ts';
import type { FakeListingSource, FakeRow } from './fake-listing.ts';

export interface ObjectScene {
  readonly source: FakeListingSource;
  readonly search?: SearchCriteria;
  readonly filter?: string;
}

const CLASSES = ['STANDARD', 'STANDARD', 'STANDARD_IA', 'GLACIER', 'INTELLIGENT_TIERING', 'DEEP_ARCHIVE'];
const KINDS = ['json', 'parquet', 'csv.gz', 'jpg', 'mp4', 'txt', 'pdf', 'py', 'wav', 'zip'];
const SEPTEMBER = Date.UTC(2026, 8, 1);

function object(name: string, seed: number): FakeRow {
  const mixed = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return {
    kind: 'object',
    name,
    size: mixed % 97 === 0 ? 0 : mixed % (seed % 5 === 0 ? 900 : 6_000_000_000),
    modified: SEPTEMBER - (mixed % 20_000_000) * 1000,
    storageClass: CLASSES[mixed % CLASSES.length] ?? 'STANDARD',
  };
}

const FOLDERS = ['2024', '2025', '2026'];

function plain(index: number): FakeRow {
  const folder = FOLDERS[index];
  if (folder !== undefined) return { kind: 'folder', name: `${folder}/` };
  const number = String(index).padStart(7, '0');
  return object(`invoice-${number}.${KINDS[index % KINDS.length]}`, index);
}

const ODD_NAMES = [
  '',
  ' leading and trailing ',
  'a\nline\tfeed and\u0000null.txt',
  'tab\there.csv',
  'emoji 👩‍🚀 and ünïcode.png',
  'exe\u202Etxt.scr',
  '日本語のとても長い名前のファイルであっても最後まで読めるようにする必要がある報告書.pdf',
  `${'very-long-name-'.repeat(20)}end-of-it.parquet`,
  '<xml>&amp;.json',
  '..',
  'quote"\'.txt',
];

function odd(index: number): FakeRow {
  const folder = ['/', ' spaced /', 'con\u0007trol/'][index];
  if (folder !== undefined) return { kind: 'folder', name: folder };
  return object(ODD_NAMES[index - 3] ?? '', index);
}

function found(index: number): FakeRow {
  const way = ['2026/11/', '2026/11/07/region=eu-west-1/', 'archive/2019/quarterly reports/final/'][
    index % 3
  ];
  return object(`${way}part-${String(index).padStart(5, '0')}.parquet`, index);
}

const MILLION = 1_000_000;
const rows = (count: number, more: Partial<FakeListingSource> = {}) => ({
  source: { count, row: plain, ...more },
});

export const OBJECT_SCENES: Readonly<Record<string, ObjectScene>> = {
  few: rows(40),
  many: rows(MILLION),
  arriving: rows(MILLION, { arrived: 4000, pace: 8000 }),
  streaming: rows(MILLION, { arrived: 412_000 }),
  waiting: rows(MILLION, { arrived: 412_000, state: { phase: 'waiting' } }),
  stopped: rows(MILLION, { arrived: 412_000, state: { phase: 'stopped' } }),
  'stopped-early': rows(0, { state: { phase: 'stopped' } }),
  failed: rows(MILLION, {
    arrived: 412_000,
    state: {
      phase: 'failed',
      error: appError(
        'network.unreachable',
        { host: 'invoices-2026.s3.eu-west-1.amazonaws.com' },
        'ECONNRESET',
      ),
    },
  }),
  denied: rows(0, {
    state: {
      phase: 'failed',
      error: appError('s3.access-denied', {
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::invoices-2026',
      }),
    },
  }),
  loading: rows(0, { state: { phase: 'running', calls: 1 } }),
  empty: rows(0),
  refreshed: rows(5000, { state: { refresh: { phase: 'done', added: 3, removed: 1, changed: 0 } } }),
  'no-match': { ...rows(MILLION, { arrived: 412_000 }), filter: 'nothing like it' },
  filtered: { ...rows(20_000), filter: '042' },
  odd: rows(14, { row: odd }),
  found: {
    source: { count: 230, row: found, state: { seen: 1_204_567 } },
    search: {
      name: '*.parquet',
      minSize: 10_000_000,
      modifiedFrom: Date.UTC(2026, 0, 1),
      storageClasses: ['STANDARD', 'GLACIER'],
    },
  },
  'none-found': {
    source: { count: 0, row: found, state: { seen: 1_204_567 } },
    search: { name: '*.parquet' },
  },
};

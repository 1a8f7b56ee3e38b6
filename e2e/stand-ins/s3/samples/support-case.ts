import { gzipSync } from 'node:zlib';
import { parquet } from './files/parquet.ts';
import { onePagePdf } from './files/pdf.ts';
import { barChart } from './files/png.ts';
import { chime } from './files/wav.ts';
import type { SampleObject } from './sample-object.ts';
import { mark, scatter, series, spread, two } from './series.ts';
import { KiB, MiB } from './sizes.ts';

const CUSTOMERS = [
  'Aoki Trading',
  'Brühl & Söhne',
  'Castellano S.p.A.',
  'Dunder, Ltd.',
  'Étoile',
  '藤井商店',
];
const STATUSES = ['shipped', 'open', 'returned'];
const MINUTE_MS = 60_000;
const FIRST_ORDER = Date.UTC(2026, 10, 2, 8);

/** What a customer sent in with a complaint: a file of every kind that can be looked into. */
export function supportCase(): SampleObject[] {
  const orders = series(2000, order);
  return [
    file(
      'README.txt',
      'text/plain',
      'Case 2481: orders after 2 November are counted twice.\nSee statement.pdf first.\n',
    ),
    file('settings.json', 'application/json', settings()),
    file('orders.csv', 'text/csv; charset=utf-8', csv(orders.slice(0, 400))),
    file('orders.parquet', 'application/vnd.apache.parquet', parquetOf(orders)),
    file('events.jsonl', 'application/jsonl', orders.slice(0, 300).map(eventLine).join('')),
    { ...file('server.log.gz', 'application/gzip', gzipSync(log(600))), metadata: { host: 'web-07' } },
    {
      ...file('audit.json', 'application/json', gzipSync(settings())),
      headers: { 'content-encoding': 'gzip' },
    },
    file(
      'orders-per-day.png',
      'image/png',
      barChart(
        480,
        240,
        series(21, (i) => 20 + scatter(i * i, 60)),
      ),
    ),
    file('data-flow.svg', 'image/svg+xml', DATA_FLOW),
    file('statement.pdf', 'application/pdf', statement(orders.slice(0, 24))),
    file('voice-message.wav', 'audio/wav', chime()),
    file('page-as-seen.html', 'text/html', '<h1>Orders</h1>\n<script>document.body.remove()</script>\n'),
    file('memory.dump', 'application/octet-stream', dump()),
    file('no-extension', 'binary/octet-stream', 'Text without any sign that it is text.\n'),
    file('2026年11月のメモ.txt', 'text/plain; charset=shift_jis', SHIFT_JIS_NOTE),
    { key: 'case-2481/recording.mp4', body: 700 * MiB, daysAgo: 5, contentType: 'video/mp4' },
  ].map((object) => ({ tags: { case: '2481', retention: '1y' }, ...object }));
}

function file(name: string, contentType: string, body: string | Uint8Array): SampleObject {
  return { key: `case-2481/${name}`, body, daysAgo: 5, contentType, checksum: 'CRC64NVME' };
}

interface Order {
  readonly id: number;
  readonly at: number;
  readonly customer: string;
  readonly amount: number;
  readonly status: string;
}

function order(i: number): Order {
  return {
    id: 700_000 + i,
    at: FIRST_ORDER + i * 11 * MINUTE_MS,
    customer: CUSTOMERS[scatter(i, CUSTOMERS.length)] ?? '',
    amount: (500 + spread(i, 90_000)) / 100,
    status: STATUSES[scatter(i * 7, STATUSES.length)] ?? '',
  };
}

function csv(orders: readonly Order[]): string {
  const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = orders.map(
    ({ id, at, customer, amount, status }) =>
      `${id},${new Date(at).toISOString()},${quoted(customer)},${amount.toFixed(2)},${status}`,
  );
  return ['id,at,customer,amount,status', ...lines, ''].join('\n');
}

function parquetOf(orders: readonly Order[]): Buffer {
  return parquet(
    [
      { name: 'id', kind: 'integer', values: orders.map((each) => each.id) },
      { name: 'at', kind: 'time', values: orders.map((each) => each.at) },
      { name: 'customer', kind: 'text', values: orders.map((each) => each.customer) },
      { name: 'amount', kind: 'number', values: orders.map((each) => each.amount) },
      { name: 'status', kind: 'text', values: orders.map((each) => each.status) },
    ],
    500,
  );
}

function eventLine({ id, at, status }: Order, i: number): string {
  const event = { at: new Date(at).toISOString(), kind: `order.${status}`, order: id, retries: i % 3 };
  return `${JSON.stringify(event)}\n`;
}

function settings(): string {
  const value = {
    tenant: 'aoki-trading',
    features: { newCheckout: true, invoicesByPost: false },
    limits: { ordersPerMinute: 120, attachments: 10 },
    notes: ['Größe prüfen', '在庫を確認', '<b>not markup</b>'],
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function log(lines: number): string {
  return series(lines, (i) => {
    const time = `2026-11-19T${two(Math.floor(i / 60))}:${two(i % 60)}:${two(spread(i, 60))}Z`;
    const level = i % 37 === 0 ? 'ERROR' : 'INFO ';
    return `${time} ${level} request=${mark(i)} took=${spread(i, 900)}ms path=/orders/${700_000 + i}\n`;
  }).join('');
}

function statement(orders: readonly Order[]): Buffer {
  const total = orders.reduce((sum, each) => sum + each.amount, 0);
  const lines = orders.map(
    ({ id, at, amount, status }) =>
      `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}   order ${id}   EUR ${amount.toFixed(2)}   (${status})`,
  );
  return onePagePdf(['Statement for case 2481', ...lines, '', `Total: EUR ${total.toFixed(2)}`]);
}

/** Bytes of every value, with a text in the middle for a reader of hex to find. */
function dump(): Buffer {
  const bytes = Buffer.from(series(4 * KiB, (i) => spread(i, 256)));
  bytes.write('panic: order counted twice', 2 * KiB, 'latin1');
  return bytes;
}

const DATA_FLOW = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80" font-family="sans-serif" font-size="10">
  <g fill="#e6f2f3" stroke="#0d7880"><rect x="8" y="24" width="60" height="32" rx="4"/>
  <rect x="90" y="24" width="60" height="32" rx="4"/><rect x="172" y="24" width="60" height="32" rx="4"/></g>
  <g fill="none" stroke="#5a626e"><path d="M68 40h22M150 40h22"/></g>
  <g text-anchor="middle"><text x="38" y="43">shop</text><text x="120" y="43">queue</text><text x="202" y="43">ledger</text></g>
</svg>
`;

/** 「注文が二重です。」 in the encoding of older Windows programs. */
const SHIFT_JIS_NOTE = Buffer.from('928d95b682aa93f18f6482c582b781420d0a', 'hex');

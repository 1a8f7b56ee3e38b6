import type { ReactNode } from 'react';
import { appError } from '../../shared/app-error.ts';
import type { Events } from '../../shared/contract.ts';
import type { Preview } from '../../shared/preview.ts';
import type { HostMessage } from '../../shared/wire.ts';
import { CreateBucketDialog } from '../features/bucket-work/create-bucket-dialog.tsx';
import { DeleteBucketDialog } from '../features/bucket-work/delete-bucket-dialog.tsx';
import { DeletionDialog } from '../features/bucket-work/deletion-dialog.tsx';
import { DeletionNotices } from '../features/bucket-work/deletion-notices.tsx';
import { DetailsPanel } from '../features/details/details-panel.tsx';
import { FolderSizeDialog } from '../features/folder-size/folder-size-dialog.tsx';
import { ObjectPreview } from '../features/preview/object-preview.tsx';
import { UploadsView } from '../features/uploads/uploads-view.tsx';
import { VersionsView } from '../features/versions/versions-view.tsx';
import {
  AT,
  BUCKET,
  COMPARISON,
  DELETION,
  FOLDER_VERSIONS,
  GUARDED,
  KEY,
  OBJECT,
  UPLOADS,
  VERSIONS,
} from './details-data.ts';
import type { FakeHandlers } from './fake-bridge.ts';
import { samplePdf } from './sample-pdf.ts';

type Handlers = (tell: (message: HostMessage) => void) => FakeHandlers;

export interface DetailsScene {
  readonly content: ReactNode;
  readonly width?: number;
  readonly events?: Partial<Events>;
  readonly handlers?: Handlers;
}

const nothing = () => {};
/** After the first, empty snapshot. */
const later = (act: () => void) => setTimeout(act, 50);
const never = new Promise<never>(() => {});
const ends = { onClose: nothing, onSignIn: nothing };
const JSON_TEXT = JSON.stringify({
  invoice: 4711,
  customer: { name: '株式会社サンプル', since: 2019 },
  lines: Array.from({ length: 200 }, (_, index) => ({ article: `A-${index}`, price: index * 1.19 })),
});

const preview = (value: Preview): DetailsScene => ({
  content: (
    <div style={{ display: 'flex', height: '100%', padding: 12, flexDirection: 'column' }}>
      <ObjectPreview at={AT} objectKey={KEY} onSignIn={nothing} />
    </div>
  ),
  handlers: () => ({ 'preview.open': () => value }),
});
const whole = { size: 1_204, read: 1_204, partial: false } as const;
const table = {
  columns: [
    { name: 'invoice_id', type: 'INT64' },
    { name: 'customer', type: 'STRING' },
    { name: 'amount', type: 'DECIMAL(12,2)' },
    { name: 'issued_at', type: 'TIMESTAMP' },
  ],
  rows: Array.from({ length: 500 }, (_, index) => [
    String(4711 + index),
    index % 5 === 0 ? '株式会社サンプル' : 'Acme Trading Ltd.',
    (index * 119.5).toFixed(2),
    `2026-11-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z`,
  ]),
  totalRows: 1_204_332,
};
const bytes = btoa(
  Array.from({ length: 4096 }, (_, index) => String.fromCharCode((index * 7) % 256)).join(''),
);

const deleting =
  (change: Partial<typeof DELETION>): Handlers =>
  (tell) => ({
    'deletion.count': ({ deletionId, spec }) => {
      const state = { ...DELETION, ...change, spec };
      later(() => tell({ type: 'event', event: 'deletions', payload: { [deletionId]: state } }));
      return {};
    },
  });

const measuring: Handlers = (tell) => ({
  'listing.keep': ({ listingId }) => {
    const state = {
      phase: 'running',
      rows: 0,
      folders: 0,
      bytes: 0,
      seen: 412_000,
      calls: 412,
      tookMs: 2000,
      version: 1,
      selection: { rows: 0, folders: 0, bytes: 0 },
      classes: [
        { storageClass: 'STANDARD', objects: 311_204, bytes: 812_443_112_000 },
        { storageClass: 'GLACIER', objects: 100_400, bytes: 1_412_443_112_000 },
        { storageClass: 'INTELLIGENT_TIERING', objects: 396, bytes: 2_311_000 },
      ],
    } as const;
    later(() => tell({ type: 'event', event: 'listings', payload: { [listingId]: state } }));
    return never;
  },
  'uploads.page': () => ({ uploads: UPLOADS }),
});

const details =
  (handlers: FakeHandlers): Handlers =>
  () =>
    handlers;

export const DETAILS_SCENES: Readonly<Record<string, DetailsScene>> = {
  object: {
    width: 340,
    content: (
      <DetailsPanel
        at={AT}
        subject={{ kind: 'object', key: KEY }}
        preview={<ObjectPreview at={AT} objectKey={KEY} onSignIn={nothing} />}
        onShowVersions={nothing}
        {...ends}
      />
    ),
    handlers: details({
      'object.details': () => OBJECT,
      'preview.open': () => ({
        kind: 'text',
        text: JSON_TEXT.slice(0, 3000),
        language: 'json',
        encoding: 'utf-8',
        size: 1_200_000_000,
        read: 262_144,
        partial: true,
        unpacked: 'gzip',
      }),
    }),
  },
  'object-loading': {
    width: 340,
    content: <DetailsPanel at={AT} subject={{ kind: 'object', key: KEY }} {...ends} />,
    handlers: details({ 'object.details': () => never }),
  },
  'object-denied': {
    width: 340,
    content: <DetailsPanel at={AT} subject={{ kind: 'object', key: KEY }} {...ends} />,
    handlers: details({
      'object.details': () =>
        Promise.reject(
          appError('s3.access-denied', { action: 's3:GetObject', resource: 'arn:aws:s3:::invoices-2026/*' }),
        ),
    }),
  },
  bucket: {
    width: 340,
    content: <DetailsPanel at={AT} subject={{ kind: 'bucket' }} {...ends} />,
    handlers: details({ 'bucket.details': () => BUCKET }),
  },
  'bucket-guarded': {
    width: 340,
    content: <DetailsPanel at={AT} subject={{ kind: 'bucket' }} {...ends} />,
    handlers: details({ 'bucket.details': () => GUARDED }),
  },
  folder: {
    width: 340,
    content: <DetailsPanel at={AT} subject={{ kind: 'folder', prefix: '2026/11/' }} {...ends} />,
  },
  json: preview({ kind: 'text', text: JSON_TEXT, language: 'json', encoding: 'utf-8', ...whole }),
  parquet: preview({ kind: 'table', from: 'parquet', table, size: 88_000_000, read: 1e6, partial: true }),
  hex: preview({ kind: 'hex', bytes, offset: 0, size: 1_200_000_000, read: 4096, partial: true }),
  image: preview({ kind: 'image', source: '/icon.svg', mediaType: 'image/svg+xml', ...whole }),
  pdf: preview({
    kind: 'pdf',
    source: URL.createObjectURL(samplePdf()),
    mediaType: 'application/pdf',
    ...whole,
  }),
  video: preview({ kind: 'video', source: '/missing.mp4', mediaType: 'video/mp4', ...whole }),
  archived: preview({ kind: 'archived', storageClass: 'DEEP_ARCHIVE', ...whole }),
  'too-large': preview({ kind: 'too-large', what: 'image', limit: 5e7, ...whole, size: 1e9 }),
  versions: {
    content: (
      <VersionsView
        at={AT}
        scope={{ kind: 'object', key: KEY }}
        preview={(key, versionId) => (
          <ObjectPreview at={AT} objectKey={key} versionId={versionId} onSignIn={nothing} />
        )}
        {...ends}
      />
    ),
    handlers: details({
      'versions.page': () => ({ versions: VERSIONS, folders: [] }),
      'versions.compare': () => COMPARISON,
      'preview.open': () => ({
        kind: 'text',
        text: JSON_TEXT,
        language: 'json',
        encoding: 'utf-8',
        ...whole,
      }),
    }),
  },
  'versions-never': {
    content: <VersionsView at={AT} scope={{ kind: 'object', key: KEY }} {...ends} />,
    handlers: details({
      'versions.page': () => ({
        versions: VERSIONS.slice(0, 1).map((version) => ({ ...version, versionId: 'null' })),
        folders: [],
      }),
      'bucket.details': () => ({ ...BUCKET, versioning: { state: 'none' } }),
    }),
  },
  'folder-then': {
    content: (
      <VersionsView at={AT} scope={{ kind: 'folder', prefix: '2026/11/' }} onOpenFolder={nothing} {...ends} />
    ),
    handlers: details({
      'versions.page': () => ({ versions: FOLDER_VERSIONS, folders: ['2026/11/old/', '2026/11/scans/'] }),
    }),
  },
  uploads: {
    content: <UploadsView at={AT} prefix="2026/" {...ends} />,
    handlers: details({
      'uploads.page': () => ({ uploads: UPLOADS }),
      'upload.parts': ({ uploadId }) => ({ parts: uploadId.length, bytes: uploadId.length * 8_388_608 }),
    }),
  },
  size: {
    content: <FolderSizeDialog at={AT} prefix="2026/" onShowUploads={nothing} {...ends} />,
    handlers: measuring,
  },
  create: {
    content: (
      <CreateBucketDialog target={AT.target} defaultRegion="ap-northeast-1" onCreated={nothing} {...ends} />
    ),
    handlers: details({
      'bucket.create': ({ bucket }) => Promise.reject(appError('s3.bucket-taken', { bucket: bucket.name })),
    }),
  },
  'delete-bucket': {
    content: <DeleteBucketDialog at={AT} onDeleted={nothing} onEmpty={nothing} {...ends} />,
    handlers: details({
      'bucket.delete': ({ at }) => Promise.reject(appError('s3.bucket-not-empty', { bucket: at.bucket })),
    }),
  },
  'empty-bucket': {
    content: <DeletionDialog at={AT} scope={{ kind: 'bucket' }} {...ends} />,
    handlers: deleting({}),
  },
  'delete-prefix': {
    content: <DeletionDialog at={AT} scope={{ kind: 'prefix', prefix: '2026/11/' }} {...ends} />,
    handlers: deleting({}),
  },
  deleting: {
    content: <DeletionDialog at={AT} scope={{ kind: 'prefix', prefix: '2026/11/' }} {...ends} />,
    handlers: deleting({
      phase: 'deleting',
      deleted: { objects: 41_000, markers: 100, uploads: 0, bytes: 9e9 },
      refused: 2,
      refusals: [
        { key: '2026/11/locked.pdf', code: 'AccessDenied' },
        { key: '2026/11/held.pdf', versionId: 'abc', code: 'AccessDenied' },
      ],
    }),
  },
  notices: {
    content: (
      <>
        <div style={{ flex: 1 }} />
        <DeletionNotices onSignIn={nothing} />
      </>
    ),
    events: {
      deletions: {
        one: {
          ...DELETION,
          phase: 'deleting',
          deleted: { objects: 41_000, markers: 100, uploads: 0, bytes: 9e9 },
        },
        two: { ...DELETION, phase: 'done', deleted: DELETION.found, startedAt: 0 },
        three: {
          ...DELETION,
          spec: { at: AT, scope: { kind: 'prefix', prefix: '2026/11/' }, what: 'current' },
          phase: 'failed',
          error: appError('s3.throttled', {}),
          startedAt: 1,
        },
      },
    },
  },
};

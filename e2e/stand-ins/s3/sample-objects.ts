/** One object of the samples: text to be stored as it is, or a size whose bytes are made up. */
export interface SampleObject {
  readonly key: string;
  readonly body: string | number;
  /** Days before the samples' newest day. */
  readonly daysAgo: number;
  readonly storageClass?: string;
  readonly contentType?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

/** What a person would look at by hand: documents, pictures, names in several scripts, folders made in the console. */
const HAND_MADE: Readonly<Record<string, readonly SampleObject[]>> = {
  'acme-assets': [
    {
      key: 'README.md',
      body: '# Assets\n\nEverything here is public.\n',
      daysAgo: 900,
      contentType: 'text/markdown',
    },
    {
      key: 'logo/acme.svg',
      body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>\n',
      daysAgo: 4100,
      contentType: 'image/svg+xml',
    },
    { key: 'logo/acme@2x.png', body: 48 * KiB, daysAgo: 2210 },
    { key: 'brand/Brand guidelines (final) v2 + annex.pdf', body: 11 * MiB, daysAgo: 640 },
    { key: 'brand/100% wool & cotton.jpg', body: 3 * MiB, daysAgo: 639 },
    { key: 'video/launch-2026.mp4', body: 3 * GiB, daysAgo: 33, storageClass: 'INTELLIGENT_TIERING' },
    { key: 'video/', body: '', daysAgo: 700 },
    { key: 'emoji/🚀 launch/🎉.png', body: 7 * KiB, daysAgo: 33 },
    { key: 'emoji/👩‍👩‍👧 family.png', body: 9 * KiB, daysAgo: 32 },
  ],
  'acme-www.acme.example': [
    {
      key: 'index.html',
      body: '<!doctype html><title>Acme</title><h1>Welcome</h1>\n',
      daysAgo: 3,
      contentType: 'text/html',
      metadata: { commit: '5f2c1e9' },
    },
    {
      key: 'robots.txt',
      body: 'User-agent: *\nDisallow: /internal/\n',
      daysAgo: 1200,
      contentType: 'text/plain',
    },
    {
      key: 'css/site.css',
      body: 'body { margin: 2rem auto; max-width: 60ch }\n',
      daysAgo: 3,
      contentType: 'text/css',
    },
  ],
  'acme-customer-uploads': [
    { key: 'inbox/Scan 2026-11-20 at 09.14.pdf', body: 2 * MiB, daysAgo: 4 },
    { key: 'inbox/Ångström measurements.xlsx', body: 310 * KiB, daysAgo: 9 },
    {
      key: 'inbox//double slash.txt',
      body: 'A name with an empty folder in it.\n',
      daysAgo: 12,
      contentType: 'text/plain',
    },
    {
      key: 'inbox/ leading space.txt',
      body: 'A name that begins with a space.\n',
      daysAgo: 13,
      contentType: 'text/plain',
    },
  ],
  'acme-tokyo-office': [
    {
      key: 'はじめにお読みください.txt',
      body: 'このバケットは東京オフィスの共有フォルダです。\n',
      daysAgo: 1690,
      contentType: 'text/plain; charset=utf-8',
    },
    { key: '会議資料/2026年度/第1四半期 経営会議.pptx', body: 18 * MiB, daysAgo: 210 },
    { key: '会議資料/2026年度/第2四半期 経営会議.pptx', body: 21 * MiB, daysAgo: 120 },
    {
      key: '会議資料/議事録/2026-11-18.md',
      body: '# 議事録\n\n- 出席: 佐藤、鈴木、高橋\n- 次回: 12月2日\n',
      daysAgo: 6,
      contentType: 'text/markdown; charset=utf-8',
    },
    { key: '請求書/㈱アクメ様_2026年10月分.pdf', body: 240 * KiB, daysAgo: 24 },
    { key: '写真/花見 🌸/IMG_0412.HEIC', body: 4 * MiB, daysAgo: 236, storageClass: 'STANDARD_IA' },
    { key: '写真/花見 🌸/IMG_0413.HEIC', body: 4 * MiB, daysAgo: 236, storageClass: 'STANDARD_IA' },
  ],
  'acme-dev-scratch': [
    { key: 'hello.txt', body: 'hello\n', daysAgo: 1, contentType: 'text/plain' },
    { key: 'empty', body: '', daysAgo: 1 },
    {
      key: 'tmp/a/b/c/d/e/f/g/deep.json',
      body: '{ "deep": true }\n',
      daysAgo: 50,
      contentType: 'application/json',
    },
    {
      key: '.config/settings.json',
      body: '{\n  "colour": "teal"\n}\n',
      daysAgo: 80,
      contentType: 'application/json',
    },
  ],
  'acme-dev-terraform-state': [
    {
      key: 'network/terraform.tfstate',
      body: '{ "version": 4, "serial": 118, "resources": [] }\n',
      daysAgo: 2,
      contentType: 'application/json',
    },
    {
      key: 'cluster/terraform.tfstate',
      body: '{ "version": 4, "serial": 402, "resources": [] }\n',
      daysAgo: 0,
      contentType: 'application/json',
    },
  ],
  'acme-data-science-notebooks': [
    {
      key: 'churn/explore.ipynb',
      body: '{ "cells": [], "nbformat": 4, "nbformat_minor": 5 }\n',
      daysAgo: 15,
      contentType: 'application/json',
    },
    {
      key: 'churn/sample.csv',
      body: 'customer,months,left\n1001,14,no\n1002,3,yes\n1003,27,no\n',
      daysAgo: 15,
      contentType: 'text/csv',
    },
    { key: 'pricing/elasticity.ipynb', body: 1 * MiB, daysAgo: 71 },
  ],
  'acme-surveys-jp': [
    {
      key: 'アンケート/2025年/回答.csv',
      body: '番号,回答,理由\n1,はい,便利だから\n2,いいえ,高いから\n',
      daysAgo: 400,
      contentType: 'text/csv; charset=utf-8',
    },
    {
      key: 'アンケート/2026年/回答.csv',
      body: '番号,回答,理由\n1,はい,速いから\n',
      daysAgo: 30,
      contentType: 'text/csv; charset=utf-8',
    },
  ],
};

/** What machines write: one object an hour, a day or a month. */
function machineMade(): Record<string, SampleObject[]> {
  return {
    'acme-invoices': series(120, (i) => ({
      key: `${2016 + Math.floor(i / 12)}/${two((i % 12) + 1)}/invoice-${(100_000 + i * 37).toString()}.pdf`,
      body: 80 * KiB + spread(i, 60 * KiB),
      daysAgo: 3640 - i * 30,
      ...(i < 84 && { storageClass: 'GLACIER_IR' }),
    })),
    'acme-cloudtrail-111122223333': series(168, (i) => ({
      key: `AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/${two(17 + Math.floor(i / 24))}/111122223333_CloudTrail_us-east-1_202611${two(17 + Math.floor(i / 24))}T${two(i % 24)}05Z_${mark(i)}.json.gz`,
      body: 4 * KiB + spread(i, 90 * KiB),
      daysAgo: 7 - i / 24,
    })),
    'acme-alb-access-logs-111122223333-eu-west-1': series(96, (i) => ({
      key: `AWSLogs/111122223333/elasticloadbalancing/eu-west-1/2026/11/24/111122223333_elasticloadbalancing_eu-west-1_app.web.50dc6c495c0c9188_20261124T${two(Math.floor(i / 4))}${two((i % 4) * 15)}Z_10.0.${i % 3}.17_${mark(i)}.log.gz`,
      body: 200 * KiB + spread(i, 900 * KiB),
      daysAgo: 1 - i / 96,
    })),
    'acme-backups-osaka': series(24, (i) => ({
      key: `postgres/base/2025${two((i % 12) + 1)}${i < 12 ? '01' : '15'}/base.tar.zst`,
      body: 40 * GiB + spread(i, 9 * GiB),
      daysAgo: 690 - i * 15,
      storageClass: i < 18 ? 'DEEP_ARCHIVE' : 'GLACIER',
    })),
    'acme-dev-artifacts': series(60, (i) => ({
      key: `web/${mark(i)}/bundle.tar.gz`,
      body: 6 * MiB + spread(i, 2 * MiB),
      daysAgo: 60 - i,
    })),
    'acme-data-lake-raw': series(200, (i) => ({
      key: `orders/year=2026/month=${two((i % 10) + 1)}/day=${two(Math.floor(i / 10) + 1)}/part-00000-${mark(i)}.snappy.parquet`,
      body: 12 * MiB + spread(i, 20 * MiB),
      daysAgo: 320 - (i % 10) * 30,
    })),
    'acme-clickstream-us': series(240, (i) => ({
      key: `2026/11/${two(15 + Math.floor(i / 24))}/${two(i % 24)}/events-${mark(i)}.json.gz`,
      body: 1 * MiB + spread(i, 3 * MiB),
      daysAgo: 10 - i / 24,
    })),
    'acme-sensor-archive': series(48, (i) => ({
      key: `plant-${1 + (i % 4)}/2024/${two(1 + Math.floor(i / 4))}.csv.zst`,
      body: 700 * MiB + spread(i, 300 * MiB),
      daysAgo: 1000 - Math.floor(i / 4) * 30,
      storageClass: 'ONEZONE_IA',
    })),
  };
}

/** All sample objects by bucket; buckets that are left out stay empty. The same in every run. */
export function sampleObjects(): ReadonlyMap<string, readonly SampleObject[]> {
  return new Map([...Object.entries(HAND_MADE), ...Object.entries(machineMade())]);
}

function series(length: number, make: (i: number) => SampleObject): SampleObject[] {
  return Array.from({ length }, (_, i) => make(i));
}

/** A number from 0 up to `limit` that looks random and isn't. */
function spread(i: number, limit: number): number {
  return ((i + 1) * 2_654_435_761) % limit;
}

/** Eight hex digits that look random and aren't. */
function mark(i: number): string {
  return spread(i, 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

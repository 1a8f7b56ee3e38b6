import type { SampleEvent } from './sample-object.ts';
import { GiB, KiB, MiB } from './sizes.ts';

/** What a person would look at by hand: documents, pictures, names in several scripts, folders made in the console. */
export const HAND_MADE: Readonly<Record<string, readonly SampleEvent[]>> = {
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

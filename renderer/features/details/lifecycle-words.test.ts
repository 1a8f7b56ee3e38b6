import { describe, expect, it } from 'vitest';
import type { LifecycleAction } from '../../../shared/bucket-details.ts';
import { messagesFor } from '../../../shared/messages/messages.ts';
import { lifecycleScope, lifecycleSentence } from './lifecycle-words.ts';

const en = messagesFor('en').details.bucket.rule;
const ja = messagesFor('ja').details.bucket.rule;

describe('lifecycleSentence', () => {
  it.each<[LifecycleAction, string, string]>([
    [
      { kind: 'expire', days: 365 },
      'Deletes objects 365 days after they were made',
      '作成から 365 日後にオブジェクトを削除',
    ],
    [
      { kind: 'expire', date: Date.UTC(2027, 0, 31) },
      'Deletes objects on 31 January 2027',
      '2027年1月31日 にオブジェクトを削除',
    ],
    [
      { kind: 'transition', storageClass: 'GLACIER', days: 1 },
      'Moves objects to GLACIER 1 day after they were made',
      '作成から 1 日後にオブジェクトを GLACIER へ移行',
    ],
    [
      { kind: 'expire-noncurrent', days: 90, keep: 3 },
      'Deletes old versions after 90 days, but keeps the newest 3',
      '非現行バージョンを 90 日後に削除（新しい 3 件は保持）',
    ],
    [
      { kind: 'abort-uploads', days: 7 },
      'Aborts incomplete uploads after 7 days',
      '未完了のマルチパートアップロードを 7 日後に中止',
    ],
  ])('says %j', (action, english, japanese) => {
    expect(lifecycleSentence(en, 'en-GB', action)).toBe(english);
    expect(lifecycleSentence(ja, 'ja', action)).toBe(japanese);
  });

  it('says whom a rule concerns', () => {
    const rule = { id: 'a', enabled: true, scope: ['prefix=logs/', 'tag:a=b'], actions: [] };
    expect(lifecycleScope(en, rule)).toBe('Only prefix=logs/ and tag:a=b');
    expect(lifecycleScope(en, { ...rule, scope: [] })).toBe('Everything in the bucket');
  });
});

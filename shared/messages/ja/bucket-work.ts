import type { bucketWork as English } from '../en/bucket-work.ts';

export const bucketWork: typeof English = {
  cancel: 'キャンセル',
  close: '閉じる',
  commands: 'ターミナルでの同じ操作',
  copyCommands: 'コマンド',
  create: {
    title: 'バケットを作成',
    name: 'バケット名',
    nameHint: 'AWS 全体で一意の名前です。3～63 文字の英小文字、数字、ドット、ハイフンが使えます。',
    badName: {
      length: 'バケット名は 3～63 文字にしてください。',
      characters: '使えるのは英小文字、数字、ドット、ハイフンだけです。',
      ends: '先頭と末尾は英小文字または数字にしてください。',
      'adjacent-periods': 'ドットを連続して使うことはできません。',
      'ip-address': 'IP アドレスの形式は使えません。',
      'reserved-prefix': 'この文字列で始まる名前は AWS が予約しています。',
      'reserved-suffix': 'この文字列で終わる名前は AWS が予約しています。',
    },
    region: 'AWS リージョン',
    regionHint: '入力して検索できます。一覧にないリージョンはコードを入力してください。',
    badRegion: 'リージョンコードではありません。',
    showRegions: 'リージョンの一覧を表示',
    versioning: 'バケットのバージョニング',
    versioningHint:
      '上書きや削除をしたオブジェクトを元に戻せます。すべてのバージョンに料金がかかります。あとで停止できますが、無効には戻せません。',
    block: 'パブリックアクセスをすべてブロック',
    blockHint: 'AWS の認証情報を持たない人は読み取れません。有効にすることをお勧めします。',
    blockOff:
      'ブロックを無効にすると、ポリシーや ACL によって、このバケットのオブジェクトをインターネット上の誰でも読み取れるようになることがあります。公開ウェブサイトなど、公開が必要な場合にだけ無効にしてください。',
    lock: 'オブジェクトロック',
    lockHint:
      'バージョンを一定期間削除できないように保護できます。バージョニングも有効になり、あとから無効にはできません。',
    submit: 'バケットを作成',
    running: '作成しています…',
    open: 'バケットを開く',
    nameFirst: '名前を入力すると、コマンドが表示されます。',
  },
  remove: {
    title: ({ bucket }) => `${bucket} を削除しますか?`,
    body: 'バケットとその設定は完全に削除されます。削除後は、誰でも同じ名前のバケットを作成できるようになります。S3 が削除できるのは空のバケットだけです。',
    type: ({ bucket }) => `確認のため、バケット名を入力してください: ${bucket}`,
    typeLabel: 'バケット名',
    submit: 'バケットを削除',
    running: '削除しています…',
    empty: '先に空にする…',
  },
};

import type { HostMessages } from '../en/host.ts';

export const host: HostMessages = {
  appName: 'Bucket Porter',
  tray: {
    tooltip: ({ signedIn }) =>
      signedIn === 0
        ? 'Bucket Porter: サインインしていません'
        : `Bucket Porter: ${signedIn} 件のセッションにサインイン中`,
    open: 'Bucket Porter を開く',
    signIn: ({ session }) => `${session} にサインイン…`,
    signOut: ({ session, left }) => `${session} からサインアウト（残り ${left}）`,
    noSessions: 'サインインはまだありません',
    quit: 'Bucket Porter を終了',
  },
  menu: {
    file: 'ファイル',
    edit: '編集',
    view: '表示',
    window: 'ウィンドウ',
    help: 'ヘルプ',
    signOutAll: 'すべてのセッションからサインアウト',
    refresh: '更新',
    quit: 'Bucket Porter を終了',
    about: 'Bucket Porter について',
  },
  serve: {
    openThis: 'Bucket Porter の準備ができました。次のアドレスを開いてください（一度だけ有効です）:',
    opening:
      'ブラウザで Bucket Porter を開きます。開かない場合は、次のアドレスを開いてください（一度だけ有効です）:',
    onlyHere: ({ port }) =>
      `このコンピューターからのみ接続できます。別のコンピューターからは: ssh -L ${port}:127.0.0.1:${port} ユーザー名@ホスト名`,
    stop: '終了するには Ctrl+C を押してください。',
    stopped: '終了しました。',
    portTaken: ({ port }) =>
      `ポート ${port} は別のプログラムが使用しています。--port で別のポートを指定してください。`,
    portReserved: ({ port }) =>
      `ポート ${port} の使用はシステムに許可されていません。--port で 1024 以上のポートを指定してください。`,
    badPort: ({ value }) =>
      `ポート番号が正しくありません: ${value}。0〜65535 の数値を指定してください（0 を指定すると空いているポートが選ばれます）。`,
    notBuilt: 'アプリがまだビルドされていません。次を実行してください: npm run build',
    usage: '使い方: npm start -- serve [--port N] [--no-open]',
    unknownOption: ({ option }) => `不明なオプション: ${option}`,
    unknownCommand: ({ command }) => `不明なコマンド: ${command}`,
    noCommand: 'コマンドを指定してください。',
  },
  gate: {
    title: 'このリンクはもう使えません',
    body: 'Bucket Porter が表示するアドレスは一度だけ有効です。別のタブで開いている場合はそのタブをお使いください。それ以外の場合は、Bucket Porter をもう一度起動し、新しいアドレスを開いてください。',
  },
};

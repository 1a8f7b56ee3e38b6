import type { ErrorMessages } from '../en/errors.ts';

export const errors: ErrorMessages = {
  'bridge.bad-request': ({ request }) => ({
    what: `画面からの要求（${request}）をアプリが受け付けませんでした。`,
    why: '画面とアプリ本体のバージョンが異なっている可能性があります。',
    next: 'Bucket Porter を再起動してください。繰り返す場合はご報告ください。',
  }),
  'bridge.untrusted-sender': () => ({
    what: 'アプリのウィンドウ以外からの要求のため、拒否しました。',
    why: '要求を出せるのはメインウィンドウだけです。',
    next: 'アプリのほかのウィンドウを閉じて、もう一度お試しください。',
  }),
  'bridge.cancelled': () => ({
    what: '中止しました。',
    why: '完了する前に取り消されました。',
    next: '必要なときにもう一度お試しください。',
  }),
  'bridge.disconnected': () => ({
    what: 'Bucket Porter との接続が切れました。',
    why: 'この画面の裏で動いているプロセスが終了した可能性があります。',
    next: 'Bucket Porter をもう一度起動し、表示される新しいアドレスを開いてください。',
  }),
  'profile.not-found': ({ profile }) => ({
    what: `プロファイル「${profile}」は見つかりません。`,
    why: '~/.aws/config で名前が変わったか、削除された可能性があります。',
    next: '左の一覧から別のプロファイルを選んでください。',
  }),
  'profile.not-sso': ({ profile }) => ({
    what: `プロファイル「${profile}」は IAM Identity Center を使いません。`,
    why: 'sso_session も sso_start_url も設定されていません。',
    next: 'サインインに属するプロファイルを選んでください。',
  }),
  'profile.incomplete': ({ profile, key }) => ({
    what: `プロファイル「${profile}」に ${key} がありません。`,
    why: 'これがないと、どのロールを使うか AWS が判断できません。',
    next: `~/.aws/config に ${key} を追加するか、サインインからアカウントとロールを選んでください。`,
  }),
  'session.not-found': ({ session }) => ({
    what: `サインイン「${session}」はもうありません。`,
    why: '~/.aws/config から削除された可能性があります。',
    next: '左の一覧から別のサインインを選んでください。',
  }),
  'sign-in.denied': ({ session }) => ({
    what: `「${session}」へのサインインは拒否されました。`,
    why: '承認ページで拒否が選ばれたか、このポータルへのアクセス権がありません。',
    next: 'もう一度サインインして許可を選ぶか、管理者にアクセス権を依頼してください。',
  }),
  'sign-in.code-expired': ({ session }) => ({
    what: `「${session}」のコードは期限切れです。`,
    why: '時間内に承認されませんでした（コードの有効期間は約 10 分です）。',
    next: 'もう一度サインインして、新しいコードを取得してください。',
  }),
  'sign-in.start-url-refused': ({ startUrl, region }) => ({
    what: `${region} の IAM Identity Center は ${startUrl} を知りません。`,
    why: '開始 URL の入力ミスか、Identity Center が別のリージョンにあります。',
    next: '~/.aws/config の sso_start_url と sso_region を、アクセスポータルのアドレスと見比べて、もう一度お試しください。',
  }),
  'sign-in.client-refused': ({ session }) => ({
    what: `IAM Identity Center が「${session}」用のアプリ登録を拒否しました。`,
    why: '登録スコープが許可されていないか、登録が取り消されました。',
    next: 'sso_registration_scopes を確認し（通常は sso:account:access）、もう一度サインインしてください。',
  }),
  'sign-in.service-failed': ({ session, status }) => ({
    what: `IAM Identity Center が「${session}」へのサインインを完了できませんでした（${status}）。`,
    why: 'サービスの一時的な障害です。',
    next: '1 分ほど待って、もう一度お試しください。',
  }),
  'session.signed-out': ({ session }) => ({
    what: `「${session}」にサインインしていません。`,
    why: 'セッションが終了したか、まだサインインしていません。',
    next: '続けるにはサインインしてください。',
  }),
  'session.rejected': ({ session }) => ({
    what: `アクセスポータルが「${session}」のセッションを受け付けなくなりました。`,
    why: '管理者、または別のプログラムでのサインアウトによって終了しました。',
    next: 'もう一度サインインしてください。',
  }),
  'portal.forbidden': ({ accountId, roleName }) => ({
    what: `アカウント ${accountId} のロール ${roleName} を使う権限がありません。`,
    why: '割り当てが解除されたか、ロールの名前が変わった可能性があります。',
    next: '管理者に許可セットを依頼するか、別のロールを選んでください。',
  }),
  'portal.not-found': ({ accountId, roleName }) => ({
    what: `アクセスポータルにアカウント ${accountId} のロール ${roleName} がありません。`,
    why: 'プロファイルのアカウント ID かロール名が間違っている可能性があります。',
    next: 'sso_account_id と sso_role_name をアクセスポータルと見比べてください。',
  }),
  'portal.throttled': () => ({
    what: 'アクセスポータルへのリクエストが多すぎます。',
    why: 'AWS は組織ごとに毎秒のリクエスト数を制限しています。アプリは待ちながら数回試しました。',
    next: '少し待って、もう一度お試しください。',
  }),
  'portal.failed': ({ status }) => ({
    what: `アクセスポータルがエラーを返しました（${status}）。`,
    why: 'サービスの一時的な障害です。',
    next: '1 分ほど待って、もう一度お試しください。',
  }),
  's3.access-denied': ({ action, resource }) => ({
    what: `このロールには ${resource} に対する ${action} の権限がありません。`,
    why: 'ロールのポリシーで許可されていないか、拒否されています。',
    next:
      action === 's3:ListAllMyBuckets'
        ? 'バケット名が分かる場合は直接開けます。分からない場合は、管理者にこの権限を依頼してください。'
        : '管理者にこの権限を依頼するか、別のロールを選んでください。',
  }),
  's3.credentials-expired': () => ({
    what: 'ロールの認証情報の有効期限が切れました。',
    why: '管理者が決めた時間が過ぎたか、このコンピューターの時計がずれています。',
    next: 'もう一度お試しください。新しい認証情報は自動で取得されます。',
  }),
  's3.throttled': () => ({
    what: 'S3 からリクエストを減らすよう求められました。',
    why: '同じバケットにリクエストが集中しています。アプリは待ちながら数回試しました。',
    next: '少し待って、もう一度お試しください。',
  }),
  's3.no-such-bucket': ({ bucket }) => ({
    what: `バケット「${bucket}」はありません。`,
    why: '名前の入力ミスか、バケットが削除されています。',
    next: '名前を確認して、もう一度お試しください。',
  }),
  's3.bad-bucket-name': ({ bucket }) => ({
    what: `「${bucket}」はバケット名として使えません。`,
    why: 'バケット名は 3～63 文字で、英小文字・数字・ドット・ハイフンだけが使えます。',
    next: '名前を確認してください。s3:// URI やバケットの ARN も使えます。',
  }),
  's3.failed': ({ code, status }) => ({
    what: `S3 がエラーを返しました: ${code}（${status}）。`,
    why: 'サービスの一時的な障害か、エンドポイントがこの要求に対応していません。',
    next: 'もう一度お試しください。詳細は管理者への問い合わせに役立ちます。',
  }),
  'clock.skewed': ({ host }) => ({
    what: `${host} が時刻のずれを理由に要求を拒否しました。`,
    why: 'このコンピューターの時計が数分以上ずれています。',
    next: '時計を合わせて（自動設定をオンにして）、もう一度お試しください。',
  }),
  'network.unreachable': ({ host }) => ({
    what: `${host} に接続できません。`,
    why: 'ネットワークが切れているか、ファイアウォールや VPN が妨げています。',
    next: '接続を確認して、もう一度お試しください。',
  }),
  'network.name-not-found': ({ host }) => ({
    what: `${host} というサーバーが見つかりません。`,
    why: 'ネットワークが切れているか、~/.aws/config のリージョンに入力ミスがあります。',
    next: '接続とリージョンを確認して、もう一度お試しください。',
  }),
  'network.timeout': ({ host }) => ({
    what: `${host} が時間内に応答しませんでした。`,
    why: 'ネットワークが遅いか、ファイアウォールが要求を破棄しています。',
    next: '接続を確認して、もう一度お試しください。',
  }),
  'network.certificate': ({ host, reason }) => ({
    what: `${host} の証明書を信頼できません。`,
    why: `社内プロキシが通信を検査している可能性があります（${reason}）。`,
    next: '社内の CA ファイルを AWS_CA_BUNDLE に指定するか、システムの信頼済み証明書に追加し、アプリを再起動してください。',
  }),
  'network.garbled': ({ host }) => ({
    what: `${host} から意味の分からない応答が届きました。`,
    why: 'プロキシやネットワークのログインページが代わりに応答した可能性があります。',
    next: '接続を確認して（ゲスト用ネットワークは先にログインが必要です）、もう一度お試しください。',
  }),
  'page.refused': ({ host }) => ({
    what: `${host} のページは開きませんでした。`,
    why: 'アプリが開くのは、アクセスポータルと AWS のページだけです。',
    next: '~/.aws/config の開始 URL を確認してください。',
  }),
  'page.not-opened': ({ url }) => ({
    what: 'ブラウザーを開けませんでした。',
    why: '既定のブラウザーが設定されていないか、起動しませんでした。',
    next: `アドレスをコピーして、ご自身で開いてください: ${url}`,
  }),
  'disk.full': ({ path }) => ({
    what: `ディスクがいっぱいで ${path} に書き込めません。`,
    why: 'デバイスに空き容量がありません。',
    next: '空き容量を増やして、もう一度お試しください。元のファイルはそのまま残っています。',
  }),
  'disk.refused': ({ path }) => ({
    what: `${path} に書き込めません。`,
    why: 'フォルダーまたはファイルが読み取り専用です。',
    next: 'アクセス権を確認して、もう一度お試しください。元のファイルはそのまま残っています。',
  }),
  'vault.locked': () => ({
    what: '保存済みのセッションを開けません。キーチェーンから鍵を取得できませんでした。',
    why: 'キーチェーンがロックされているか、アクセスが拒否されました。',
    next: 'キーチェーンのロックを解除して、もう一度お試しください。',
  }),
  'portal.accounts-forbidden': ({ session }) => ({
    what: `アクセスポータルが「${session}」のセッションにアカウントを表示しません。`,
    why: '登録スコープに sso:account:access が含まれていないか、ポータルへのアクセス権がなくなりました。',
    next: '~/.aws/config の sso_registration_scopes を確認してもう一度サインインするか、管理者に問い合わせてください。',
  }),
  'portal.roles-forbidden': ({ accountId }) => ({
    what: `アクセスポータルがアカウント ${accountId} のロールを表示しません。`,
    why: 'アカウントの割り当てが解除されたか、アカウントが組織から外れた可能性があります。',
    next: 'アカウントの一覧を更新するか、管理者に問い合わせてください。',
  }),
  internal: () => ({
    what: 'Bucket Porter の内部で問題が起きました。',
    why: 'アプリの不具合です。',
    next: 'もう一度お試しください。繰り返す場合は、詳細を添えてご報告ください。',
  }),
};

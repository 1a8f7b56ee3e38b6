import type { ErrorMessages } from '../en/errors.ts';

const BAD_VALUE = {
  'line-break': '改行または制御文字が含まれています。',
  empty: '空です。',
  brackets: '名前に角括弧や引用符は使えません。',
  'not-allowed': 'AWS CLI や SDK が、書いたものとは違う値として読み取ってしまいます。',
} as const;

const PROCESS_FAULTS = {
  'not-started': 'プロセスを起動できませんでした。',
  failed: 'プロセスがエラーで終了しました。',
  timeout: '1 分以内に終わらなかったため、終了させました。',
  garbled: '出力が credential_process の形式に従っていません。',
  expired: '出力された認証情報の有効期限がすでに切れています。',
} as const;

const UNREADABLE: Readonly<Record<string, string>> = {
  EACCES: '読み取る権限がありません。',
  EPERM: '読み取る権限がありません。',
  EISDIR: 'ファイルではなくフォルダーです。',
  binary: 'テキストではなくバイナリデータです。',
  'too-large': '設定ファイルとしては大きすぎます。',
  'not-a-file': '通常のファイルではありません。',
  broken: '壊れた行があり、プログラムはファイル全体を読み取れません。問題の一覧を確認してください。',
  'broken-section':
    'この箇所に、プログラムによって解釈が異なる行があります。一覧に表示されている問題を確認してください。',
};

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
  'profile.incomplete': ({ profile, key }) => ({
    what: `プロファイル「${profile}」に ${key} がありません。`,
    why: 'これがないと、このプロファイルの認証情報を取得できません。',
    next: `プロファイルを編集して ${key} を追加してください。`,
  }),
  'profile.source-cycle': ({ profile }) => ({
    what: `プロファイル「${profile}」の認証情報の元をたどれません。`,
    why: 'source_profile を順にたどると、自分自身に戻ってしまいます。',
    next: 'サインインするか認証情報を持つプロファイルで終わるように、いずれかのプロファイルを編集してください。',
  }),
  'profile.source-missing': ({ profile, source }) => ({
    what: `プロファイル「${profile}」の元になる「${source}」がありません。`,
    why: '名前が変わったか、削除された可能性があります。',
    next: 'プロファイルを編集して、別の source_profile を指定してください。',
  }),
  'profile.kind-unknown': ({ profile }) => ({
    what: `プロファイル「${profile}」には認証情報の取得方法がありません。`,
    why: 'セッション、アクセスキー、ロール、プロセスのいずれも設定されていません。',
    next: 'プロファイルを編集して、サインイン方法を選んでください。',
  }),
  'profile.role-refused': ({ profile, roleArn }) => ({
    what: `「${profile}」でロール ${roleArn} を引き受けられませんでした。`,
    why: 'ロールの信頼ポリシーで許可されていないか、MFA や外部 ID が必要か、sts:AssumeRole の許可がありません。',
    next: 'ロールの信頼ポリシーを確認するか、アカウントの管理者に問い合わせてください。',
  }),
  'profile.mfa-refused': ({ profile }) => ({
    what: `「${profile}」の MFA コードを AWS が受け付けませんでした。`,
    why: '別のデバイスのコードか、使用済みのコードか、デバイスの時計がずれています。',
    next: '新しいコードが表示されるのを待って、もう一度お試しください。',
  }),
  'profile.prompt-declined': ({ profile }) => ({
    what: `「${profile}」を開きませんでした。`,
    why: '必要な確認が拒否されました。',
    next: 'もう一度試すと、再度確認が表示されます。',
  }),
  'profile.process-failed': ({ profile, reason }) => ({
    what: `「${profile}」の credential_process から認証情報を取得できませんでした。`,
    why: PROCESS_FAULTS[reason],
    next: 'ターミナルでコマンドを実行して内容を確認し、もう一度お試しください。',
  }),
  'profile.no-credentials': ({ profile, reason }) => ({
    what: `「${profile}」の認証情報がありません。`,
    why: reason,
    next: 'プロファイルの設定を確認して、もう一度お試しください。',
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
    next: '開始 URL とリージョンをアクセスポータルのアドレスと見比べて修正し、もう一度サインインしてください。',
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
  'start-url.not-understood': ({ text }) => ({
    what: `「${text}」はアドレスではありません。`,
    why: '開始 URL は https://my-company.awsapps.com/start のような形です。',
    next: '組織の AWS アクセスポータルをブラウザーで開き、そのアドレスをコピーしてください。',
  }),
  'start-url.not-https': ({ text }) => ({
    what: `「${text}」は https のアドレスではありません。`,
    why: 'アクセスポータルは https でのみ利用できます。',
    next: 'アドレスを確認するか、管理者に開始 URL を問い合わせてください。',
  }),
  'start-url.not-a-portal': ({ host }) => ({
    what: `${host} に AWS アクセスポータルはありません。`,
    why: '応答はありますが、ポータルではなく、ポータルへの転送もありません。',
    next: '組織のポータルをブラウザーで開き、そのアドレスをコピーしてください。',
  }),
  'start-url.leads-elsewhere': ({ host, to }) => ({
    what: `${host} の転送先 ${to} は AWS のものではありません。`,
    why: '先に会社のサインインページを経由する設定かもしれません。',
    next: 'ブラウザーで AWS アクセスポータルまで進み、そのアドレスをコピーしてください。',
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
  's3.no-such-object': ({ bucket, key }) => ({
    what: `「${bucket}」にオブジェクト「${key}」はありません。`,
    why: '一覧を読み込んだあとに削除されたか、名前が変わった可能性があります。',
    next: '一覧を更新してください。',
  }),
  's3.delete-marker': ({ key }) => ({
    what: `このバージョンの「${key}」は削除マーカーです。`,
    why: 'オブジェクトが削除されたことを示すだけで、内容はありません。',
    next: '古いバージョンを選んでください。',
  }),
  's3.archived': ({ key, storageClass }) => ({
    what: `「${key}」はアーカイブされています (${storageClass})。`,
    why: 'アーカイブされたオブジェクトは、復元するまで読み取れません。',
    next: '先に復元してください。数分から2日ほどかかります。',
  }),
  's3.listing-broken': ({ bucket, reason }) => ({
    what: `「${bucket}」の一覧を最後まで読み取れませんでした。`,
    why: {
      repeats: 'サーバーが同じページを繰り返し返しました。',
      disordered: 'サーバーがキーを誤った順序で返しました。',
      endless: 'サーバーが続きがあると言いながら、何も返しませんでした。',
      malformed: 'サーバーの応答が3回続けて壊れていました。',
    }[reason],
    next: 'ここまでの行は残っています。続きを読み込んでみてください。また失敗する場合は、サーバーの不具合です。',
  }),
  's3.bucket-taken': ({ bucket }) => ({
    what: `バケット名「${bucket}」はすでに使われています。`,
    why: 'バケット名はすべての AWS アカウントを通じて一意で、他の誰かがこの名前を使っています。',
    next: '別の名前を選んでください。',
  }),
  's3.bucket-yours': ({ bucket }) => ({
    what: `バケット「${bucket}」はすでにお持ちです。`,
    why: 'このアカウントに、おそらく別のリージョンで存在します。',
    next: 'そのバケットを開くか、別の名前を選んでください。',
  }),
  's3.bucket-not-empty': ({ bucket }) => ({
    what: `「${bucket}」は空ではありません。`,
    why: 'S3 が削除できるのは空のバケットだけです。古いバージョン、削除マーカー、未完了のアップロードも含まれます。',
    next: '先にバケットを空にしてください。',
  }),
  's3.name-not-typed': ({ bucket }) => ({
    what: 'バケットは削除されていません。',
    why: `入力された名前が「${bucket}」と一致しません。`,
    next: 'バケット名を正確に入力してください。',
  }),
  's3.too-many-buckets': () => ({
    what: 'このアカウントにはこれ以上バケットを作成できません。',
    why: 'バケット数がクォータに達しています。',
    next: 'バケットを削除するか、Service Quotas で引き上げを申請してください。',
  }),
  's3.bucket-half-made': ({ bucket, missing }) => ({
    what: `「${bucket}」は作成されましたが、設定できなかったものがあります: ${missing}。`,
    why: 'このロールには、バケットの作成は許可されていても、この設定の変更が許可されていない可能性があります。',
    next: 'バケットは残っています。残りの設定を管理者に依頼するか、バケットを削除してください。',
  }),
  's3.not-supported': ({ what }) => ({
    what: `このサーバーは ${what} に対応していません。`,
    why: 'S3 互換サーバーは S3 の一部の機能だけを備えています。',
    next: '問題ではありません。ここでは表示できないだけです。',
  }),
  'link.not-understood': () => ({
    what: 'リンクを開けませんでした。',
    why: 'S3 の場所へのリンクではないか、途中で切れています。',
    next: 'リンク全体をコピーして、もう一度お試しください。',
  }),
  'link.no-such-role': ({ accountId, roleName }) => ({
    what: `リンク先のロールがここにはありません: アカウント ${accountId} の ${roleName}。`,
    why: 'このアカウントとロールを持つプロファイルまたはサインインがありません。',
    next: '該当する組織にサインインするか、リンクの送り主に確認してください。',
  }),
  'work.gone': () => ({
    what: '対象がもうありません。',
    why: '一覧または処理がすでに閉じられています。',
    next: 'もう一度開いてください。',
  }),
  'work.out-of-memory': () => ({
    what: '行が多すぎてメモリに収まりません。',
    why: '一覧が、このアプリの使えるメモリの量を超えました。',
    next: 'ここまでの行は残っています。より深いフォルダを開くか、検索条件を絞ってください。',
  }),
  'preview.unreadable': ({ key, reason }) => ({
    what: `「${key}」を表示できません。`,
    why: `内容が名前や種類と一致しません (${reason})。`,
    next: 'テキストまたは16進数で表示してみてください。',
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
  'config.unreadable': ({ path, reason }) => ({
    what: `${path} を読み取れないため、書き込みませんでした。`,
    why: UNREADABLE[reason] ?? reason,
    next: 'ファイルを修正するか移動して、もう一度お試しください。',
  }),
  'config.changed-elsewhere': ({ path }) => ({
    what: `${path} がほかのプログラムによって変更されたため、書き込みませんでした。`,
    why: '同じ行が変更されています。',
    next: '新しい差分を確認して、もう一度お決めください。',
  }),
  'config.not-writable': ({ path }) => ({
    what: `${path} に書き込めません。ファイルは元のままです。`,
    why: 'ファイルまたはフォルダーが読み取り専用か、別のユーザーのものです。',
    next: 'アクセス許可を変更して、もう一度お試しください。',
  }),
  'config.locked': ({ path }) => ({
    what: `${path} は別の Bucket Porter が変更中です。`,
    why: '数秒待ちましたが、終わりませんでした。',
    next: '終わってから、もう一度お試しください。',
  }),
  'config.name-taken': ({ name }) => ({
    what: `「${name}」という名前は使われています。`,
    why: '同じ名前が 2 つあると、AWS CLI は 1 つとして扱います。',
    next: '別の名前を指定してください。',
  }),
  'config.bad-value': ({ key, reason }) => ({
    what: `設定ファイルの「${key}」には使えない値です。`,
    why: BAD_VALUE[reason],
    next: '値を変えて続けてください。',
  }),
  'config.no-such-section': ({ name }) => ({
    what: `「${name}」は設定ファイルにもうありません。`,
    why: 'ほかのプログラムによって名前が変わったか、削除された可能性があります。',
    next: 'これを閉じて、左の一覧から選び直してください。',
  }),
  'config.nothing-to-undo': () => ({
    what: '元に戻す変更はありません。',
    why: '最後の変更はすでに元に戻されています。',
    next: '以前の内容は、アプリのフォルダーのバックアップにあります。',
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

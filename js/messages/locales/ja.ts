import type { Texts } from "../texts.js";

export default {
  requestTitle: "パスワードの再設定",
  requestIntro:
    "メールアドレスまたはユーザー名を入力してください。新しいパスワードを設定するためのリンクをお送りします。",
  username: "メールアドレスまたはユーザー名",
  usernameRequired: "メールアドレスまたはユーザー名を入力してください。",
  usernameInvalid: "メールアドレスまたはユーザー名として使えない内容です。ご確認ください。",
  addressUnusual: "アドレスをご確認ください。不要な文字が含まれているようです。",
  didYouMean: "{address}ではありませんか？",
  send: "リンクを送信",
  sendAgain: "もう一度送信",
  working: "少々お待ちください…",
  cancel: "キャンセル",
  sentTitle: "メールをご確認ください",
  sent: "入力内容に一致するアカウントがある場合、新しいパスワードを設定するためのリンクがメールで届きます。数分かかることがあります。迷惑メールフォルダーもご確認ください。",
  useAnother: "別のアドレスを使う",
  tryAgain: "再試行",
  waitSeconds: {
    other: "あと{count}秒で、もう一度お試しいただけます。",
  },
  waitMinutes: {
    other: "あと{count}分で、もう一度お試しいただけます。",
  },
  misconfigured: "パスワード再設定の機能に不備があります。ゲームのサポートにお問い合わせください。",
  rateLimited: "リクエストが多すぎます。しばらくお待ちください。",
  offline: "オフラインです。接続が回復すると続行できます。",
  network: "サービスに接続できません。接続を確認して、もう一度お試しください。",
  requestTimeout:
    "応答に時間がかかっています。メールがあとで届く場合があります。再試行の前に受信トレイをご確認ください。",
  cancelled: "キャンセルしました。リクエストがすでに届いている場合は、そのまま有効です。",
  failed: "サーバー側で問題が発生しました。数分後にもう一度お試しください。",
  notLoaded: "このブラウザーではフォームを利用できません。ブラウザーを更新するか、別のブラウザーをお試しください。",
  newPassword: "新しいパスワード",
  passwordRule: "{min}～{max}文字で入力してください。",
  lowercaseRule: {
    other: "小文字を{count}文字以上使用してください。",
  },
  uppercaseRule: {
    other: "大文字を{count}文字以上使用してください。",
  },
  digitRule: {
    other: "数字を{count}文字以上使用してください。",
  },
  specialRule: {
    other: "記号（{characters}）を{count}文字以上使用してください。",
  },
  characterRule: "次の文字（{characters}）を{count}文字以上使用してください。",
  allowedRule: "次の文字（{characters}）だけを使用してください。",
  forbiddenRule: "次の文字（{characters}）は使用できません。",
  requirementMet: "条件を満たしています。",
  requirementUnmet: "まだ条件を満たしていません。",
  passwordAdvice: "無関係な単語をいくつか組み合わせると、強力で覚えやすいパスワードになります。",
  showPassword: "パスワードを表示",
  hidePassword: "パスワードを隠す",
  capsLock: "Caps Lockがオンになっています。",
  outerSpaces: "パスワードの先頭または末尾に空白があります。",
  setPassword: "新しいパスワードを設定",
  passwordSet: "新しいパスワードを設定しました。このパスワードでログインできます。",
  passwordRefused: "このパスワードは使えません。別のパスワードをお選びください。",
  passwordOrLinkRefused:
    "パスワードまたはリンクが受け付けられませんでした。別のパスワードを試すか、新しいリンクをリクエストしてください。",
  linkDead:
    "このリンクは使えなくなりました。リンクは1回限りで、有効期限があります。新しいリンクをリクエストしてください。",
  requestLink: "新しいリンクをリクエスト",
  confirmTimeout:
    "応答に時間がかかっています。すでに設定されている場合があります。新しいパスワードでログインをお試しください。",
} satisfies Texts;

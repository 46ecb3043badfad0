/** The texts of the demo game, which are not those of the forms. Untranslated languages use English. */
export const texts = {
  en: {
    signIn: "Sign in",
    password: "Password",
    wrong: "That username and password do not match.",
    failed: "Something went wrong on our side. Please try again.",
    signedIn: "Welcome back",
    welcome: "You are signed in. Have fun!",
  },
  de: {
    signIn: "Anmelden",
    password: "Passwort",
    wrong: "Benutzername und Passwort passen nicht zusammen.",
    failed: "Der Dienst hat nicht richtig geantwortet. Bitte versuch es noch einmal.",
    signedIn: "Willkommen zurück",
    welcome: "Du bist angemeldet. Viel Spaß!",
  },
  ja: {
    signIn: "ログイン",
    password: "パスワード",
    wrong: "ユーザー名とパスワードが一致しません。",
    failed: "サービスから正しい応答がありませんでした。もう一度お試しください。",
    signedIn: "おかえりなさい",
    welcome: "ログインしました。楽しんでください！",
  },
  ar: {
    signIn: "تسجيل الدخول",
    password: "كلمة المرور",
    wrong: "اسم المستخدم وكلمة المرور غير متطابقين.",
    failed: "لم تستجب الخدمة كما ينبغي. يُرجى المحاولة مرة أخرى.",
    signedIn: "مرحبًا بعودتك",
    welcome: "تم تسجيل دخولك. استمتع باللعب!",
  },
};

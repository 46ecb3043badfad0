//! The languages that mails are written in, and their sentences.

/// A language, and the sentences of a mail. Each is whole: no language is put together from pieces of another.
/// `{project}` and `{player}` stand for their names.
pub struct Language {
    /// The BCP 47 tag.
    pub tag: &'static str,
    /// The value of HTML's `dir`.
    pub direction: &'static str,
    pub subject: &'static str,
    pub greeting: &'static str,
    pub intro: &'static str,
    /// Before the link in the plain text.
    pub instruction: &'static str,
    /// On the button.
    pub action: &'static str,
    /// Before the time at which the link expires.
    pub expiry: &'static str,
    pub ignore: &'static str,
}

/// The language before `_` or `-` in a locale; English if there is no locale, or are no mails in it.
pub fn language(locale: Option<&str>) -> &'static Language {
    let subtag = locale.and_then(|locale| locale.split(['_', '-']).next()).unwrap_or_default();
    [&GERMAN, &JAPANESE, &ARABIC]
        .into_iter()
        .find(|language| language.tag.eq_ignore_ascii_case(subtag))
        .unwrap_or(&ENGLISH)
}

static ENGLISH: Language = Language {
    tag: "en",
    direction: "ltr",
    subject: "Reset your {project} password",
    greeting: "Hello {player},",
    intro: "We received a request to reset the password for your {project} account.",
    instruction: "Open this link to choose a new password:",
    action: "Choose a new password",
    expiry: "The link works only once. It expires at:",
    ignore: "If you didn’t request this, you can ignore this email. Your password won’t change.",
};

static GERMAN: Language = Language {
    tag: "de",
    direction: "ltr",
    subject: "Passwort für {project} zurücksetzen",
    greeting: "Hallo {player},",
    intro: "wir wurden gebeten, das Passwort deines Kontos bei {project} zurückzusetzen.",
    instruction: "Öffne diesen Link, um ein neues Passwort zu wählen:",
    action: "Neues Passwort wählen",
    expiry: "Der Link funktioniert nur einmal. Er läuft ab am:",
    ignore: "Wenn du das nicht angefordert hast, ignoriere diese E-Mail. \
             Dein Passwort bleibt, wie es ist.",
};

static JAPANESE: Language = Language {
    tag: "ja",
    direction: "ltr",
    subject: "{project} のパスワード再設定",
    greeting: "{player} 様",
    intro: "{project} アカウントのパスワード再設定のリクエストを受け付けました。",
    instruction: "次のリンクを開いて、新しいパスワードを設定してください。",
    action: "新しいパスワードを設定する",
    expiry: "このリンクは一度だけ使えます。有効期限：",
    ignore: "お心当たりがない場合は、このメールを無視してください。パスワードは変更されません。",
};

static ARABIC: Language = Language {
    tag: "ar",
    direction: "rtl",
    subject: "إعادة تعيين كلمة مرور {project}",
    greeting: "مرحبًا {player}،",
    intro: "تلقّينا طلبًا لإعادة تعيين كلمة مرور حسابك في {project}.",
    instruction: "افتح هذا الرابط لاختيار كلمة مرور جديدة:",
    action: "اختيار كلمة مرور جديدة",
    expiry: "يعمل الرابط مرة واحدة فقط، وتنتهي صلاحيته في:",
    ignore: "إذا لم تطلب ذلك، فتجاهل هذه الرسالة. ستبقى كلمة مرورك كما هي.",
};

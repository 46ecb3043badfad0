//! The languages that mails are written in, the locale that picks one, and the texts in each.

/// A language of the mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    German,
    Japanese,
    Arabic,
}

impl Language {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Japanese => "ja",
            Self::Arabic => "ar",
        }
    }

    /// The value of HTML's `dir`.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English | Self::German | Self::Japanese => "ltr",
            Self::Arabic => "rtl",
        }
    }
}

/// The `locale` of a request: at least 2 characters.
#[derive(Debug, Clone)]
pub struct Locale(String);

impl Locale {
    pub const RULE: &str = "must be at least 2 characters";

    pub fn parse(text: &str) -> Option<Self> {
        (text.chars().count() >= 2).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language before `_` or `-`; English if there are no mails in it.
    pub fn language(&self) -> Language {
        let subtag = self.0.split(['_', '-']).next().unwrap_or_default();
        match subtag.to_ascii_lowercase().as_str() {
            "de" => Language::German,
            "ja" => Language::Japanese,
            "ar" => Language::Arabic,
            _ => Language::English,
        }
    }
}

impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

/// The sentences of a mail. Each is whole: no language is put together from pieces of another.
#[derive(Debug)]
pub struct Texts {
    pub subject: String,
    pub greeting: String,
    pub intro: String,
    /// Before the link in the plain text.
    pub instruction: &'static str,
    /// On the button.
    pub action: &'static str,
    /// Before the time at which the link expires.
    pub expiry: &'static str,
    pub ignore: &'static str,
}

impl Texts {
    pub fn new(language: Language, project: &str, player: &str) -> Self {
        match language {
            Language::English => english(project, player),
            Language::German => german(project, player),
            Language::Japanese => japanese(project, player),
            Language::Arabic => arabic(project, player),
        }
    }
}

fn english(project: &str, player: &str) -> Texts {
    Texts {
        subject: format!("Reset your {project} password"),
        greeting: format!("Hello {player},"),
        intro: format!("We received a request to reset the password for your {project} account."),
        instruction: "Open this link to choose a new password:",
        action: "Choose a new password",
        expiry: "The link works only once. It expires at:",
        ignore: "If you didn’t request this, you can ignore this email. Your password won’t change.",
    }
}

fn german(project: &str, player: &str) -> Texts {
    Texts {
        subject: format!("Passwort für {project} zurücksetzen"),
        greeting: format!("Hallo {player},"),
        intro: format!("wir wurden gebeten, das Passwort deines Kontos bei {project} zurückzusetzen."),
        instruction: "Öffne diesen Link, um ein neues Passwort zu wählen:",
        action: "Neues Passwort wählen",
        expiry: "Der Link funktioniert nur einmal. Er läuft ab am:",
        ignore: "Wenn du das nicht angefordert hast, ignoriere diese E-Mail. \
                 Dein Passwort bleibt, wie es ist.",
    }
}

fn japanese(project: &str, player: &str) -> Texts {
    Texts {
        subject: format!("{project} のパスワード再設定"),
        greeting: format!("{player} 様"),
        intro: format!("{project} アカウントのパスワード再設定のリクエストを受け付けました。"),
        instruction: "次のリンクを開いて、新しいパスワードを設定してください。",
        action: "新しいパスワードを設定する",
        expiry: "このリンクは一度だけ使えます。有効期限：",
        ignore: "お心当たりがない場合は、このメールを無視してください。パスワードは変更されません。",
    }
}

fn arabic(project: &str, player: &str) -> Texts {
    Texts {
        subject: format!("إعادة تعيين كلمة مرور {project}"),
        greeting: format!("مرحبًا {player}،"),
        intro: format!("تلقّينا طلبًا لإعادة تعيين كلمة مرور حسابك في {project}."),
        instruction: "افتح هذا الرابط لاختيار كلمة مرور جديدة:",
        action: "اختيار كلمة مرور جديدة",
        expiry: "يعمل الرابط مرة واحدة فقط، وتنتهي صلاحيته في:",
        ignore: "إذا لم تطلب ذلك، فتجاهل هذه الرسالة. ستبقى كلمة مرورك كما هي.",
    }
}

//! The texts of the mail, in each language.

use crate::language::Language;

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

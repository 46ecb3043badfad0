import type { Texts } from "../texts.js";

export default {
  requestTitle: "Passwort zurücksetzen",
  requestIntro:
    "Gib deine E-Mail-Adresse oder deinen Benutzernamen ein. Wir schicken dir einen Link, mit dem du ein neues Passwort festlegst.",
  username: "E-Mail-Adresse oder Benutzername",
  usernameRequired: "Gib deine E-Mail-Adresse oder deinen Benutzernamen ein.",
  usernameInvalid: "Das sieht nicht nach einer E-Mail-Adresse oder einem Benutzernamen aus. Bitte prüfe deine Eingabe.",
  addressUnusual: "Prüfe die Adresse. Sie enthält Zeichen, die nicht hineingehören.",
  didYouMean: "Meintest du {address}?",
  send: "Link senden",
  sendAgain: "Erneut senden",
  working: "Einen Moment, bitte …",
  cancel: "Abbrechen",
  sentTitle: "Sieh in deinem Postfach nach",
  sent: "Falls ein Konto zu deiner Eingabe passt, ist eine E-Mail mit einem Link für ein neues Passwort unterwegs. Das kann ein paar Minuten dauern. Sieh auch im Spam-Ordner nach.",
  useAnother: "Andere Adresse verwenden",
  tryAgain: "Erneut versuchen",
  waitSeconds: {
    one: "Du kannst es in {count} Sekunde noch einmal versuchen.",
    other: "Du kannst es in {count} Sekunden noch einmal versuchen.",
  },
  waitMinutes: {
    one: "Du kannst es in {count} Minute noch einmal versuchen.",
    other: "Du kannst es in {count} Minuten noch einmal versuchen.",
  },
  misconfigured:
    "Das Zurücksetzen des Passworts ist hier nicht richtig eingerichtet. Bitte wende dich an den Support des Spiels.",
  rateLimited: "Zu viele Anfragen. Bitte warte, bevor du es noch einmal versuchst.",
  offline: "Du bist offline. Sobald die Verbindung wieder da ist, kannst du weitermachen.",
  network: "Der Dienst ist nicht erreichbar. Prüfe deine Verbindung und versuch es noch einmal.",
  requestTimeout:
    "Das dauert länger als erwartet. Sieh in deinem Postfach nach, bevor du es noch einmal versuchst: Unsere E-Mail kann noch ankommen.",
  cancelled: "Abgebrochen. Falls deine Anfrage schon bei uns war, gilt sie trotzdem.",
  failed: "Bei uns ist etwas schiefgegangen. Bitte versuch es in ein paar Minuten noch einmal.",
  notLoaded: "Das Formular läuft in diesem Browser nicht. Aktualisiere den Browser oder nimm einen anderen.",
  newPassword: "Neues Passwort",
  passwordRule: "Verwende {min} bis {max} Zeichen.",
  lowercaseRule: {
    one: "Verwende mindestens {count} Kleinbuchstaben.",
    other: "Verwende mindestens {count} Kleinbuchstaben.",
  },
  uppercaseRule: {
    one: "Verwende mindestens {count} Großbuchstaben.",
    other: "Verwende mindestens {count} Großbuchstaben.",
  },
  digitRule: {
    one: "Verwende mindestens {count} Ziffer.",
    other: "Verwende mindestens {count} Ziffern.",
  },
  specialRule: {
    one: "Verwende mindestens {count} Sonderzeichen ({characters}).",
    other: "Verwende mindestens {count} Sonderzeichen ({characters}).",
  },
  characterRule: "Verwende mindestens {count} dieser Zeichen ({characters}).",
  allowedRule: "Verwende nur diese Zeichen ({characters}).",
  forbiddenRule: "Verwende keines dieser Zeichen ({characters}).",
  requirementMet: "Erfüllt.",
  requirementUnmet: "Noch nicht erfüllt.",
  passwordAdvice: "Ein paar zufällige Wörter ergeben ein starkes Passwort, das du dir leicht merkst.",
  showPassword: "Passwort anzeigen",
  hidePassword: "Passwort verbergen",
  capsLock: "Die Feststelltaste ist aktiv.",
  outerSpaces: "Dein Passwort beginnt oder endet mit einem Leerzeichen.",
  setPassword: "Neues Passwort festlegen",
  passwordSet: "Dein neues Passwort gilt ab jetzt. Du kannst dich damit anmelden.",
  passwordRefused: "Dieses Passwort wurde nicht angenommen. Bitte wähle ein anderes.",
  passwordOrLinkRefused:
    "Das Passwort oder der Link wurde nicht angenommen. Versuch es mit einem anderen Passwort oder fordere einen neuen Link an.",
  linkDead:
    "Dieser Link funktioniert nicht mehr. Ein Link gilt nur einmal und nur für begrenzte Zeit. Bitte fordere einen neuen an.",
  requestLink: "Neuen Link anfordern",
  confirmTimeout:
    "Das dauert länger als erwartet. Versuch, dich mit dem neuen Passwort anzumelden: Vielleicht gilt es schon.",
} satisfies Texts;

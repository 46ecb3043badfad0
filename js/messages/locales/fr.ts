import type { Texts } from "../texts.js";

export default {
  requestTitle: "Réinitialiser votre mot de passe",
  requestIntro:
    "Saisissez votre adresse e-mail ou votre nom d’utilisateur : nous vous enverrons un lien pour choisir un nouveau mot de passe.",
  username: "E-mail ou nom d’utilisateur",
  usernameRequired: "Saisissez votre adresse e-mail ou votre nom d’utilisateur.",
  usernameInvalid:
    "Cela ne ressemble ni à une adresse e-mail ni à un nom d’utilisateur. Vérifiez votre saisie, puis réessayez.",
  addressUnusual: "Vérifiez l’adresse. Elle contient des caractères qui ne devraient pas y être.",
  send: "Envoyer le lien",
  sendAgain: "Renvoyer",
  working: "Un instant, s’il vous plaît…",
  cancel: "Annuler",
  sentTitle: "Consultez votre messagerie",
  sent: "Si un compte correspond à votre saisie, vous allez recevoir un e-mail avec un lien pour choisir un nouveau mot de passe. Cela peut prendre quelques minutes. Regardez aussi dans vos courriers indésirables.",
  useAnother: "Utiliser une autre adresse",
  tryAgain: "Réessayer",
  waitSeconds: {
    one: "Vous pourrez réessayer dans {count} seconde.",
    many: "Vous pourrez réessayer dans {count} de secondes.",
    other: "Vous pourrez réessayer dans {count} secondes.",
  },
  waitMinutes: {
    one: "Vous pourrez réessayer dans {count} minute.",
    many: "Vous pourrez réessayer dans {count} de minutes.",
    other: "Vous pourrez réessayer dans {count} minutes.",
  },
  misconfigured: "La réinitialisation du mot de passe est mal configurée ici. Veuillez contacter l’assistance du jeu.",
  rateLimited: "Trop de demandes. Veuillez patienter avant de réessayer.",
  offline: "Vous êtes hors ligne. Vous pourrez continuer dès le retour de la connexion.",
  network: "Le service est injoignable. Vérifiez votre connexion, puis réessayez.",
  requestTimeout: "La réponse tarde trop. Cherchez notre e-mail avant de réessayer : il peut encore arriver.",
  cancelled: "Annulé. Si votre demande nous était déjà parvenue, elle reste valable.",
  failed: "Un problème est survenu de notre côté. Veuillez réessayer dans quelques minutes.",
  notLoaded: "Le formulaire ne fonctionne pas dans ce navigateur. Mettez le navigateur à jour ou essayez-en un autre.",
  newPassword: "Nouveau mot de passe",
  passwordRule: "Utilisez de {min} à {max} caractères.",
  passwordAdvice: "Quelques mots pris au hasard forment un mot de passe solide et facile à retenir.",
  showPassword: "Afficher le mot de passe",
  hidePassword: "Masquer le mot de passe",
  capsLock: "La touche Verr. Maj. est activée.",
  outerSpaces: "Votre mot de passe commence ou se termine par un espace.",
  setPassword: "Définir le nouveau mot de passe",
  passwordSet: "Votre nouveau mot de passe est enregistré. Vous pouvez maintenant vous connecter.",
  passwordRefused: "Ce mot de passe n’a pas été accepté. Veuillez en choisir un autre.",
  passwordOrLinkRefused:
    "Le mot de passe ou le lien n’a pas été accepté. Essayez un autre mot de passe ou demandez un nouveau lien.",
  linkDead:
    "Ce lien ne fonctionne plus. Un lien ne sert qu’une fois et pour une durée limitée. Veuillez en demander un nouveau.",
  confirmTimeout:
    "La réponse tarde trop. Essayez de vous connecter avec le nouveau mot de passe : il est peut-être déjà enregistré.",
} satisfies Texts;

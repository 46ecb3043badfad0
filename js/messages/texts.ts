/** A sentence for each plural form of the language; `other` is used for those that are missing. */
export interface Plural {
  /** For none. */
  zero?: string;
  /** For one, and numbers with the same form. */
  one?: string;
  /** For two. */
  two?: string;
  /** For a few. */
  few?: string;
  /** For many. */
  many?: string;
  /** For all others. */
  other: string;
}

/** The texts of one language. Names in braces are placeholders. */
export interface Texts {
  /** The heading of the form that requests the email. */
  requestTitle: string;
  /** What the form is for. */
  requestIntro: string;
  /** The label of the field. */
  username: string;
  /** Nothing was entered. */
  usernameRequired: string;
  /** Too long, or with characters that are not allowed. */
  usernameInvalid: string;
  /** An address with characters that none has, such as `mailto:` before it or a full stop after it. It can still be sent. */
  addressUnusual: string;
  /** The button that corrects a likely typing error: `{address}` is the corrected address. */
  didYouMean: string;
  /** The button. */
  send: string;
  /** The button, once an email was requested. */
  sendAgain: string;
  /** While a call is in flight. */
  working: string;
  /** The button that cancels a slow call. */
  cancel: string;
  /** The heading once an email was requested: a phrase without a full stop. */
  sentTitle: string;
  /** The same whether an account exists or not, and where else to look for the email. Complete without its heading, since `describe` returns it alone. */
  sent: string;
  /** The button that brings the field back, to request an email for someone else. */
  useAnother: string;
  /** The button that repeats a call that failed. */
  tryAgain: string;
  /** `{count}` */
  waitSeconds: Plural;
  /** `{count}` */
  waitMinutes: Plural;
  /** The page or the project is misconfigured; the player cannot fix it. */
  misconfigured: string;
  /** Too many requests. */
  rateLimited: string;
  /** The browser knows that it is offline. */
  offline: string;
  /** No response. */
  network: string;
  /** No response in time: the email may still arrive. */
  requestTimeout: string;
  /** The player cancelled a call. */
  cancelled: string;
  /** Any other failure. */
  failed: string;
  /** The browser is too old, or the page forbids WebAssembly. */
  notLoaded: string;
  /** The label of the field. */
  newPassword: string;
  /** `{min}`, `{max}` */
  passwordRule: string;
  /** A requirement of a password policy: `{count}` small letters from a to z. */
  lowercaseRule: Plural;
  /** `{count}` capital letters from A to Z. */
  uppercaseRule: Plural;
  /** `{count}` digits. */
  digitRule: Plural;
  /** `{count}` of the special characters in the list `{characters}`. */
  specialRule: Plural;
  /** `{count}` of any characters in the list `{characters}`. */
  characterRule: string;
  /** No characters but those in the list `{characters}`. */
  allowedRule: string;
  /** None of the characters in the list `{characters}`. */
  forbiddenRule: string;
  /** Said of a requirement that the password meets, before or after it. */
  requirementMet: string;
  /** Said of requirements that the password does not meet yet, before or after them. */
  requirementUnmet: string;
  /** What makes a good password. */
  passwordAdvice: string;
  /** The button that shows what was typed. */
  showPassword: string;
  /** The same button while it is shown, for a custom form whose button changes its label. */
  hidePassword: string;
  /** Caps Lock is on. */
  capsLock: string;
  /** The password begins or ends with whitespace. */
  outerSpaces: string;
  /** The button, and a heading for the form. */
  setPassword: string;
  /** The new password is set. */
  passwordSet: string;
  /** The server rejected the password. */
  passwordRefused: string;
  /** The server rejected the password or the link, and does not say which. */
  passwordOrLinkRefused: string;
  /** The link was used, has expired or is incomplete. */
  linkDead: string;
  /** The link to the form that requests an email, when this one no longer works. */
  requestLink: string;
  /** No response in time: the password may already be set. */
  confirmTimeout: string;
}

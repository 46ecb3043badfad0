/** A sentence for each plural form of the language; `other` serves those that are missing. */
export interface Plural {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** What a player reads, in one language. In braces: what is filled in. */
export interface Texts {
  /** A heading for the form that asks for the e-mail. */
  requestTitle: string;
  requestIntro: string;
  /** The label of the field. */
  username: string;
  usernameRequired: string;
  /** Too long, or with characters that no name has. */
  usernameInvalid: string;
  send: string;
  sendAgain: string;
  /** While a call is under way. */
  working: string;
  cancel: string;
  /** The same whether an account exists or not. */
  sent: string;
  /** `{count}` */
  waitSeconds: Plural;
  /** `{count}` */
  waitMinutes: Plural;
  /** A fault of the set-up, which the player can do nothing about. */
  misconfigured: string;
  rateLimited: string;
  offline: string;
  network: string;
  requestTimeout: string;
  cancelled: string;
  failed: string;
  /** The browser is too old, or the page forbids WebAssembly. */
  notLoaded: string;
  /** The label of the field. */
  newPassword: string;
  /** `{min}`, `{max}` */
  passwordRule: string;
  passwordAdvice: string;
  showPassword: string;
  hidePassword: string;
  capsLock: string;
  /** The password begins or ends with white space. */
  outerSpaces: string;
  setPassword: string;
  passwordSet: string;
  /** The server wants another password. */
  passwordRefused: string;
  /** The link was used, is too old, or is not whole. */
  linkDead: string;
  confirmTimeout: string;
}

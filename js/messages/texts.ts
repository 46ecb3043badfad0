/** A sentence for each plural form of the language; `other` serves those that are missing. */
export interface Plural {
  /** For none. */
  zero?: string;
  /** For one, and what the language counts like it. */
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

/** What a player reads, in one language. In braces: what is filled in. */
export interface Texts {
  /** A heading for the form that asks for the e-mail. */
  requestTitle: string;
  /** What the form is for. */
  requestIntro: string;
  /** The label of the field. */
  username: string;
  /** Nothing was entered. */
  usernameRequired: string;
  /** Too long, or with characters that no name has. */
  usernameInvalid: string;
  /** The button. */
  send: string;
  /** The button, once an e-mail was asked for. */
  sendAgain: string;
  /** While a call is under way. */
  working: string;
  /** The button that gives up a slow call. */
  cancel: string;
  /** The same whether an account exists or not. */
  sent: string;
  /** `{count}` */
  waitSeconds: Plural;
  /** `{count}` */
  waitMinutes: Plural;
  /** A fault of the set-up, which the player can do nothing about. */
  misconfigured: string;
  /** Too many requests. */
  rateLimited: string;
  /** The browser knows that it is offline. */
  offline: string;
  /** No answer. */
  network: string;
  /** No answer in time: the e-mail may come all the same. */
  requestTimeout: string;
  /** The player gave up a call. */
  cancelled: string;
  /** Any other failure. */
  failed: string;
  /** The browser is too old, or the page forbids WebAssembly. */
  notLoaded: string;
  /** The label of the field. */
  newPassword: string;
  /** `{min}`, `{max}` */
  passwordRule: string;
  /** What makes a good password. */
  passwordAdvice: string;
  /** The button that shows what was typed. */
  showPassword: string;
  /** The same button, while it is shown. */
  hidePassword: string;
  /** Caps Lock is on. */
  capsLock: string;
  /** The password begins or ends with white space. */
  outerSpaces: string;
  /** The button, and a heading for the form. */
  setPassword: string;
  /** The new password is set. */
  passwordSet: string;
  /** The server wants another password. */
  passwordRefused: string;
  /** The link was used, is too old, or is not whole. */
  linkDead: string;
  /** No answer in time: the password may be set all the same. */
  confirmTimeout: string;
}

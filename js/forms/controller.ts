// The behaviour of both forms, without DOM: one call at a time, its outcome, and the wait before the next call.

import { isPasswordResetError, PasswordResetError } from "../index.js";
import type { Call, Language, Messages, TextName } from "../messages/index.js";
import {
  chooseLanguage,
  english,
  loadMessages,
  maxWaitMs,
  preferredLanguages,
  sentence,
  textFor,
  waitAfter,
  waitSentence,
} from "../messages/index.js";
import { after, attempt, elapsed, warnOnce } from "./attempt.js";
import type { FormController, FormOptions, FormState, Outcome } from "./controller-types.js";

/** When a call can be cancelled. */
const CANCEL_AFTER_MS = 3000;
/** When a call that has still not settled is abandoned. Its own timeout is shorter. */
const GIVE_UP_AFTER_MS = 15_000;
/** Minimum time before an outcome is shown, so that fast responses all take equally long. */
const OUTCOME_AFTER_MS = 500;
/** How long options must stay the same before they are checked: pages and frameworks set them one by one. */
const CHECK_AFTER_MS = 2000;
/** The wait before the next request, if the server specifies none. */
const DEFAULT_WAIT_MS = 60_000;

/** The differences between the two forms. */
export interface FormConfig<Options> {
  call: Call;
  submit: TextName;
  /** The button's label once the value was accepted, if it can be sent again. */
  submitAgain?: TextName;
  done: TextName;
  /** Errors of the value. */
  fieldErrors: TextName[];
  /** Why nothing can be sent, whatever the value. */
  blocked(options: Options): TextName | undefined;
  inputError(value: string): TextName | undefined;
  warning(value: string): TextName | undefined;
  send(options: Options, value: string, language: Language, signal: AbortSignal | null): Promise<void>;
}

interface ShownTexts {
  status?: TextName;
  isLate?: boolean;
  alert?: TextName;
  fieldError?: TextName;
}

/** Outcomes that are not logged: no developer needs them, or they would reveal whether an account exists. */
const notLogged: TextName[] = ["sent", "linkDead", "cancelled", "offline"];

/** Failures after which the same call may succeed. */
const retryable: (TextName | undefined)[] = [
  "network",
  "offline",
  "requestTimeout",
  "confirmTimeout",
  "cancelled",
  "failed",
  "rateLimited",
];

const SHORT_LENGTH = 36;

/** Cuts the middle out of a long text: the ends distinguish addresses. */
function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= SHORT_LENGTH) return text;
  const half = (SHORT_LENGTH - 2) / 2;
  return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}

/** Whitespace and invisible format characters. */
const blank = /[\s\x85\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]+/.source;
const blankEnds = new RegExp(`^${blank}|${blank}$`, "g");

/** Removes blanks at both ends, as the call does. */
export function trimName(value: string): string {
  return value.replace(blankEnds, "");
}

/** Equal for spellings of the same person: an email address means the same in any case and Unicode form. */
function personOf(value: string): string {
  const name = trimName(value);
  return name.includes("@") ? name.normalize().toLowerCase() : name;
}

const anyone = "";

/** The options of both forms. All but the first three decide what is sent, and where. */
const optionNames = "texts language fetch projectId loginUrl locale baseUrl resetCode userId verifyCode".split(" ");

export function createController<Options extends FormOptions>(
  config: FormConfig<Options>,
  options: Options,
  /** Rewrites a message before it is logged. */
  rewrite = (message: string) => message,
): FormController<Options> {
  let listeners: ((state: FormState) => void)[] = [];
  /** When the next request is allowed, by person. */
  const waits: Record<string, number> = Object.create(null);
  let messages: Messages = english;
  let value = "";
  let shown: ShownTexts = {};
  let cancelCall: (() => void) | undefined;
  let canCancel = false;
  let isDone = false;
  let stopClock: (() => void) | undefined;
  let stopCheck: (() => void) | undefined;
  let state: FormState;

  const remainingMs = () => Math.max(waits[anyone] ?? 0, waits[personOf(value)] ?? 0) - elapsed();
  const customized = () => ({ ...messages, texts: { ...messages.texts, ...options.texts } });
  const text = (name: TextName) =>
    attempt(
      () => sentence(customized(), name),
      () => sentence(messages, name),
    ) ?? "";
  const optionalText = (name: TextName | undefined) => (name ? text(name) : "");

  function readState(): FormState {
    const isBusy = Boolean(cancelCall);
    const waitMs = remainingMs();
    const blocked = isBusy ? undefined : config.blocked(options);
    return {
      value,
      shortValue: shorten(trimName(value)),
      isBusy,
      canCancel,
      canSubmit: !isBusy && !(isDone && !config.submitAgain) && !blocked && waitMs <= 0,
      isDone,
      isInvalid: Boolean(shown.fieldError),
      language: messages.language,
      submitLabel: text(
        (isDone && config.submitAgain) || (retryable.includes(shown.alert) ? "tryAgain" : config.submit),
      ),
      status: blocked ? "" : optionalText(shown.status),
      alert: optionalText(blocked ?? shown.alert),
      fieldError: optionalText(shown.fieldError),
      isFieldErrorLate: Boolean(shown.isLate),
      warning: shown.fieldError ? "" : optionalText(config.warning(value)),
      wait:
        attempt(
          () => waitSentence(customized(), waitMs),
          () => waitSentence(messages, waitMs),
        ) ?? "",
    };
  }

  function publish(): void {
    state = readState();
    runClock();
    // As it is now: a listener may add or remove others, which replaces the list.
    for (const listener of listeners) {
      try {
        listener(state);
      } catch (error) {
        // Report the page's own error to the page, as an unhandled rejection, and go on.
        void Promise.reject(error);
      }
    }
  }

  /** Counts the wait down while there are listeners. */
  function runClock(): void {
    if (stopClock || listeners.length === 0 || !state.wait) return;
    const due = elapsed() + 1000;
    stopClock = after(1000, () => {
      stopClock = undefined;
      elapsed(due);
      publish();
    });
  }

  /** Schedules a check of the options while there are listeners. */
  function scheduleCheck(): void {
    stopCheck?.();
    stopCheck = listeners.length > 0 ? after(CHECK_AFTER_MS, () => void check()) : undefined;
  }

  /** Reports invalid options before the player sends anything. The call validates them; this `fetch` sends nothing. */
  async function check(): Promise<void> {
    const checked = options;
    try {
      await config.send({ ...checked, fetch: () => Promise.reject() }, "a valid value", messages.language, null);
    } catch (error) {
      const isInvalid = attempt(() => (error as PasswordResetError).kind) === "invalid_input";
      if (isInvalid && !isDone && options === checked && !cancelCall) settle(error, anyone);
    }
  }

  function show(next: ShownTexts): void {
    shown = next;
    publish();
  }

  async function submit(): Promise<Outcome | undefined> {
    if (!readState().canSubmit) return undefined;
    const inputError = attempt(() => config.inputError(value));
    if (inputError) {
      show({ fieldError: inputError });
      return undefined;
    }
    const person = personOf(value);
    const controller = attempt(() => new AbortController());
    let isCancelled = false;
    let error: unknown;
    const timers: (() => void)[] = [];
    const stopped = new Promise<never>((_, reject) => {
      const timeout = { kind: "timeout", timeoutMs: GIVE_UP_AFTER_MS } as const;
      timers.push(after(GIVE_UP_AFTER_MS, () => reject(new PasswordResetError("The call did not settle", timeout))));
      cancelCall = () => {
        isCancelled = true;
        attempt(() => controller?.abort());
        // In case the signal does not end the call.
        timers.push(after(OUTCOME_AFTER_MS, () => reject(new PasswordResetError("Cancelled", { kind: "aborted" }))));
      };
    });
    const allowCancel = () => {
      canCancel = true;
      publish();
    };
    timers.push(after(CANCEL_AFTER_MS, allowCancel));
    const minimum = new Promise<void>((resolve) => void after(OUTCOME_AFTER_MS, resolve));
    // The confirmation stays while the call is sent again.
    show({ status: isDone ? config.done : "working" });
    try {
      const sent = config.send(options, value, messages.language, controller?.signal ?? null);
      await Promise.race([sent, stopped]);
    } catch (thrown) {
      error = thrown ?? new Error("Unknown error");
    }
    if (!isCancelled && attempt(() => (error as PasswordResetError).kind) !== "invalid_input") await minimum;
    for (const stop of timers) stop();
    cancelCall = undefined;
    canCancel = false;
    settle(error, person);
    return error === undefined ? {} : { error };
  }

  /** All outcomes take this path, so that neither behaviour nor timing reveals whether an account exists. */
  function settle(thrown: unknown, person: string): void {
    const { call, done, fieldErrors } = config;
    const error = attempt(() => (isPasswordResetError(thrown) ? thrown : undefined));
    const outcome = error ? textFor(error, call) : thrown ? "failed" : done;
    if (outcome === "sent" || outcome === "rateLimited") {
      const wait = (error && waitAfter(error)) || DEFAULT_WAIT_MS;
      waits[outcome === "sent" ? person : anyone] = elapsed() + Math.min(wait, maxWaitMs);
    }
    if (error && ![...notLogged, ...fieldErrors].includes(outcome)) warnOnce(rewrite(error.message));
    isDone = outcome === done;
    if (outcome === "passwordSet") value = "";
    if (outcome === done) show({ status: outcome });
    else if (fieldErrors.includes(outcome)) show({ fieldError: outcome, isLate: error?.kind !== "invalid_input" });
    else show({ alert: outcome });
  }

  async function update(given: Partial<Options>): Promise<void> {
    const old = options;
    options = { ...old };
    // By name: an instance of a class may inherit its options, or have accessors. An unreadable option keeps its value.
    for (const name of optionNames as (keyof Options)[]) {
      attempt(() => {
        if (name in given) options[name] = given[name] as Options[typeof name];
      });
    }
    // Another project or link: messages about the previous one do not apply.
    if (
      !cancelCall &&
      optionNames.some((name, index) => index > 2 && options[name as keyof Options] !== old[name as keyof Options])
    ) {
      isDone = false;
      shown = {};
    }
    if (typeof options.texts !== "object") options.texts = null;
    publish();
    scheduleCheck();
    const choose = () => chooseLanguage(options.language ?? preferredLanguages());
    const language = choose();
    if (language === messages.language) return;
    const loaded = await loadMessages(language);
    if (language !== choose()) return;
    messages = loaded;
    publish();
  }

  state = readState();
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners = [...listeners, listener];
      publish();
      scheduleCheck();
      return () => {
        listeners = listeners.filter((other) => other !== listener);
        if (listeners.length > 0) return;
        stopCheck?.();
        stopClock?.();
        stopClock = undefined;
      };
    },
    setValue(text) {
      if (cancelCall) return;
      // Plain JavaScript may pass any value.
      value = attempt(() => `${text ?? ""}`) ?? "";
      shown = isDone || !shown.alert ? {} : { alert: shown.alert };
      isDone = false;
      publish();
    },
    submit,
    edit() {
      isDone = false;
      show({});
    },
    cancel: () => cancelCall?.(),
    update,
    text,
  };
}

// The state of both forms, without DOM: one call at a time, its outcome, and the wait before the next call.

import { isPasswordResetError } from "../index.js";
import type { Call, Language, Messages, TextName } from "../messages/index.js";
import {
  chooseLanguage,
  english,
  loadMessages,
  preferredLanguages,
  sentence,
  textFor,
  waitAfter,
  waitSentence,
} from "../messages/index.js";
import { after, attempt, warnOnce } from "./attempt.js";
import type { FormController, FormOptions, FormState, Outcome } from "./controller-types.js";
import { personOf, shorten, trimName } from "./names.js";
import { isSameRequest, withGiven } from "./options.js";
import { createSubmission, isInvalidInput, type Submission } from "./submission.js";
import { anyone, createWaits } from "./waits.js";

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
  /** What is in the field until the player edits it. */
  prefill?(options: Options): string | null | undefined;
  /** Why nothing can be sent, whatever the value. */
  blocked(options: Options): TextName | undefined;
  inputError(value: string): TextName | undefined;
  /** @param isBeingTyped whether the last change appended one character: more may follow */
  warning(value: string, isBeingTyped: boolean): TextName | undefined;
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

/** Plain JavaScript may pass any value. */
const toText = (value: unknown) => attempt(() => `${value ?? ""}`) ?? "";

export function createController<Options extends FormOptions>(
  config: FormConfig<Options>,
  options: Options,
  /** Rewrites a message before it is logged. */
  rewrite = (message: string) => message,
): FormController<Options> {
  const waits = createWaits(publish);
  let listeners: ((state: FormState) => void)[] = [];
  let stopCheck: (() => void) | undefined;
  let messages: Messages = english;
  let value = "";
  let isBeingTyped = false;
  /** Whether the value is the player's, who has changed or sent it. */
  let isEdited = false;
  let shown: ShownTexts = {};
  let isDone = false;
  let submission: Submission | undefined;
  let state: FormState;

  /** Writes a text with the page's own texts, unless they are unusable. */
  const write = (make: (messages: Messages) => string) =>
    attempt(
      () => make({ ...messages, texts: { ...messages.texts, ...options.texts } }),
      () => make(messages),
    ) ?? "";
  const text = (name: TextName) => write((messages) => sentence(messages, name));
  const optionalText = (name: TextName | undefined) => (name ? text(name) : "");

  function readState(): FormState {
    const waitMs = waits.remainingMs(personOf(value));
    const blocked = submission ? undefined : config.blocked(options);
    const { alert, fieldError, isLate, status } = shown;
    return {
      value,
      shortValue: shorten(trimName(value)),
      isBusy: Boolean(submission),
      canCancel: Boolean(submission?.canCancel),
      canSubmit: !submission && !(isDone && !config.submitAgain) && !blocked && waitMs <= 0,
      isDone,
      isInvalid: Boolean(fieldError),
      language: messages.language,
      submitLabel: text((isDone && config.submitAgain) || (retryable.includes(alert) ? "tryAgain" : config.submit)),
      status: blocked ? "" : optionalText(status),
      alert: optionalText(blocked ?? alert),
      fieldError: optionalText(fieldError),
      isFieldErrorLate: Boolean(isLate),
      warning: fieldError || isDone ? "" : optionalText(config.warning(value, isBeingTyped)),
      wait: write((messages) => waitSentence(messages, waitMs)),
      waitSeconds: Math.max(0, Math.ceil(waitMs / 1000)),
    };
  }

  function publish(): void {
    state = readState();
    if (state.wait && listeners.length > 0) waits.countDown();
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

  function show(next: ShownTexts): void {
    shown = next;
    publish();
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
      if (isInvalidInput(error) && !isDone && options === checked && !submission) settle({ error }, anyone);
    }
  }

  async function submit(): Promise<Outcome | undefined> {
    if (!readState().canSubmit) return undefined;
    const inputError = config.inputError(value);
    if (inputError) {
      show({ fieldError: inputError });
      return undefined;
    }
    isEdited = true;
    const person = personOf(value);
    const call = createSubmission(publish);
    submission = call;
    // The confirmation stays while the call is sent again.
    show({ status: isDone ? config.done : "working" });
    const outcome = await call.complete((signal) => config.send(options, value, messages.language, signal));
    submission = undefined;
    settle(outcome, person);
    return outcome;
  }

  /** All outcomes take this path, so that neither behaviour nor timing reveals whether an account exists. */
  function settle(outcome: Outcome, person: string): void {
    const { call, done, fieldErrors } = config;
    const error = isPasswordResetError(outcome.error) ? outcome.error : undefined;
    const name = error ? textFor(error, call) : "error" in outcome ? "failed" : done;
    if (name === "sent") waits.start(person, DEFAULT_WAIT_MS);
    if (error && name === "rateLimited") {
      const { retryAfterMs } = error as { retryAfterMs?: number };
      waits.start(anyone, retryAfterMs === undefined ? DEFAULT_WAIT_MS : waitAfter(error));
    }
    if (error && ![...notLogged, ...fieldErrors].includes(name)) warnOnce(rewrite(error.message));
    isDone = name === done;
    if (name === "passwordSet") value = "";
    if (isDone) show({ status: name });
    else if (fieldErrors.includes(name)) show({ fieldError: name, isLate: !isInvalidInput(error) });
    else show({ alert: name });
  }

  async function update(given: Partial<Options>): Promise<void> {
    const old = options;
    options = withGiven(old, given);
    const prefilled = config.prefill?.(options);
    if (prefilled != null && !isEdited) value = toText(prefilled);
    // Another project or link: messages about the previous one do not apply.
    if (!submission && !isSameRequest(options, old)) {
      isDone = false;
      shown = {};
    }
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
        waits.stopCountdown();
      };
    },
    setValue(text) {
      if (submission) return;
      const next = toText(text);
      isEdited = true;
      isBeingTyped = next.slice(0, -1) === value;
      value = next;
      shown = isDone || !shown.alert ? {} : { alert: shown.alert };
      isDone = false;
      publish();
    },
    submit,
    edit() {
      isDone = false;
      show({});
    },
    cancel: () => submission?.cancel(),
    update,
    text,
  };
}

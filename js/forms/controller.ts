// The state of both forms, without DOM: one call at a time, its outcome, and the wait before the next call.

import { type CallOptions, isPasswordResetError } from "../index.js";
import type { Messages, TextName } from "../messages/index.js";
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
import { hintFor } from "./advice.js";
import { after, attempt, toText, warnOnce } from "./attempt.js";
import type { FormController, FormOptions, FormState, Outcome } from "./controller-types.js";
import { type FormConfig, notLogged, retryable, type ShownTexts } from "./form-config.js";
import { personOf, shorten, trimName } from "./names.js";
import { isSameRequest, withGiven } from "./options.js";
import { createSubmission, isInvalidInput, type Submission } from "./submission.js";
import { anyone, createWaits } from "./waits.js";

/**
 * How long nothing may change before the player is advised; after the same time again, the options are checked: pages and
 * frameworks set them one by one.
 */
const PAUSE_MS = 1000;
/** The wait before the next request, if the server specifies none. */
const DEFAULT_WAIT_MS = 60_000;

export function createController<Options extends FormOptions>(
  config: FormConfig<Options>,
  options: Options,
  /** Rewrites a message before it is logged. */
  rewrite = (message: string) => message,
): FormController<Options> {
  const waits = createWaits(publish);
  let listeners: ((state: FormState) => void)[] = [];
  let messages: Messages = english;
  let value = "";
  let isBeingTyped = false;
  /** Whether the value is the player's, who has changed or sent it. */
  let isEdited = false;
  /** Whether each requirement is met. */
  let met: boolean[] = [];
  let isPausing = false;
  let suggestion: string | undefined;
  let shown: ShownTexts = {};
  let isDone = false;
  let stopTimer: (() => void) | undefined;
  let submission: Submission | undefined;
  let state: FormState;

  /** Makes something of the texts with the page's own ones, unless they are unusable. */
  const write = <Result>(make: (messages: Messages) => Result) =>
    attempt(
      () => make({ ...messages, texts: { ...messages.texts, ...options.texts } }),
      () => make(messages),
    );
  const text = (name: TextName, values?: Record<string, string>) =>
    write((messages) => sentence(messages, name, values)) ?? "";
  const optionalText = (name: TextName | undefined) => (name ? text(name) : "");
  const readRequirements = () => write((messages) => config.requirements?.(messages, options)) ?? [];

  function readState(): FormState {
    const waitMs = waits.remainingMs(personOf(value));
    const blocked = submission ? undefined : config.blocked(options);
    const { alert, fieldError, isLate, status } = shown;
    const problem = blocked ?? alert;
    const requirements = readRequirements().map(({ text, rule }, index) => ({
      text,
      rule,
      isMet: Boolean(met[index]),
    }));
    const isAdvising = isPausing && !submission && !isDone;
    const offered = (isAdvising && suggestion) || "";
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
      alert: optionalText(problem),
      fieldError: (fieldError && !isLate && requirements.find(({ isMet }) => !isMet)?.text) || optionalText(fieldError),
      isFieldErrorLate: Boolean(isLate),
      warning: fieldError || isDone ? "" : optionalText(config.warning(value, isBeingTyped)),
      requirements,
      hint: isAdvising ? hintFor(text, offered, requirements) : "",
      suggestion: offered,
      requestUrl:
        (/link/i.test(`${problem}`) &&
          !config.error?.(options) &&
          (options as { requestUrl?: string | null }).requestUrl) ||
        "",
      wait: write((messages) => waitSentence(messages, waitMs)) ?? "",
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

  /** Advises the player, and then checks the options, once nothing has changed for a time, while there are listeners. */
  function schedule(): void {
    stopTimer?.();
    const later = (run: () => Promise<void>) => {
      stopTimer = listeners.length > 0 ? after(PAUSE_MS, () => void run()) : undefined;
    };
    later(() => {
      later(check);
      return advise();
    });
  }

  async function advise(): Promise<void> {
    const advised = value;
    const found = await config.suggest?.(advised);
    if (advised !== value) return;
    suggestion = found;
    isPausing = true;
    publish();
  }

  /** Finds out which requirements are met. */
  async function judge(): Promise<void> {
    const judged = value;
    const results = await Promise.all(readRequirements().map((requirement) => config.isMet?.(judged, requirement)));
    if (judged !== value || results.length === 0) return;
    met = results.map(Boolean);
    publish();
  }

  /** After a change of the value or the options. */
  function reconsider(): void {
    isPausing = false;
    publish();
    schedule();
    if (config.isMet) void judge();
  }

  /** The options of a call. Empty ones are absent. */
  function read(text: string): CallOptions {
    const given: Record<string, unknown> = config.read(options, text, messages.language) as never;
    for (const name of ["projectId", "baseUrl", "fetch", ...config.sent])
      given[name] = options[name as keyof Options] || null;
    return given as never;
  }

  /** Makes a call, unless the form's own options are unusable. */
  async function send(given: CallOptions): Promise<void> {
    const error = config.error?.(options);
    if (error) throw error;
    await config.send(given as never);
  }

  /** Whether the call would be refused before anything is sent: this `fetch` sends nothing. */
  const rehearse = (given: CallOptions) =>
    send({ ...given, fetch: () => Promise.reject() }).catch((error: unknown) =>
      isInvalidInput(error) ? error : undefined,
    );

  /** Reports invalid options before the player sends anything. */
  async function check(): Promise<void> {
    const checked = options;
    const error = await rehearse(read("a valid value"));
    if (!isPasswordResetError(error) || isDone || options !== checked || submission) return;
    // A value that breaks a policy says nothing about the options.
    if (!config.fieldErrors.includes(textFor(error, config.call))) settle({ error }, anyone);
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
    const before = isDone ? shown : {};
    const call = createSubmission(publish);
    submission = call;
    // The confirmation stays while the call is sent again.
    show({ status: isDone ? config.done : "working" });
    const given = read(value);
    const { beforeSend } = options;
    const outcome = await call.complete(
      async () => {
        // Not for a call that will be refused: what the page asks of the player may work only once.
        if (beforeSend && !(await rehearse(given)) && (await beforeSend(given as never, config.call)) === false)
          throw false;
      },
      (signal) => send({ ...given, signal }),
    );
    submission = undefined;
    if (outcome) settle(outcome, person);
    else show(before);
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
    reconsider();
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
      schedule();
      return () => {
        listeners = listeners.filter((other) => other !== listener);
        if (listeners.length > 0) return;
        schedule();
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
      reconsider();
    },
    submit,
    edit() {
      isDone = false;
      show({});
    },
    cancel: () => submission?.cancel(),
    update,
    text: (name) => text(name),
  };
}

// The state of both forms, without DOM: one call at a time, its outcome, and the wait before the next call.

import type { CallOptions, PasswordResetError } from "../index.js";
import type { Messages, TextName } from "../messages/index.js";
import {
  chooseLanguage,
  english,
  loadMessages,
  personOf,
  preferredLanguages,
  sentence,
  shorten,
  textFor,
  trimName,
  waitAfter,
  waitSentence,
} from "../messages/index.js";
import type { Advice } from "./advice.js";
import { attempt, toText, warnOnce } from "./attempt.js";
import type { FormController, FormOptions, FormState, Outcome } from "./controller-types.js";
import { type FormConfig, notLogged, retryable, type ShownTexts } from "./form-config.js";
import { callOptions, requestOf, withGiven } from "./options.js";
import { nameAttributes } from "./properties.js";
import { createSubmission, isInvalidInput, type Submission } from "./submission.js";
import { after } from "./time.js";
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
  /** None for an element, which sets them by `update`. */
  given?: Options,
): FormController<Options> {
  const waits = createWaits(publish);
  let listeners: ((state: FormState) => void)[] = [];
  let messages: Messages = english;
  let options = {} as Options;
  let value = "";
  let isBeingTyped = false;
  /** Whether the value is the player's, who has changed or sent it. */
  let isEdited = false;
  let loading: Promise<void> | undefined;
  let advice: Advice<Options> | undefined;
  /** What the advice has found out about the value. */
  let found: unknown;
  let isPausing = false;
  let shown: ShownTexts = {};
  let isDone = false;
  let stopTimer = () => {};
  let submission: Submission | undefined;
  let canCancel = false;
  let state: FormState;

  /** Makes something of the texts with the page's own ones, unless they are unusable. */
  const write = <Result>(make: (messages: Messages) => Result) =>
    attempt(
      () => make({ ...messages, texts: { ...messages.texts, ...options.texts } }),
      () => make(messages),
    );
  const text = (name: TextName | "" | false | undefined) =>
    (name && write((messages) => sentence(messages, name))) || "";

  function readState(): FormState {
    const waitMs = waits._remainingMs(personOf(value));
    const blocked = !submission && !isDone && config._blocked(options);
    const { _alert: alert, _fieldError: fieldError, _isLate: isLate, _status: status } = shown;
    const problem = blocked || alert;
    const plain: FormState = {
      value,
      shortValue: shorten(trimName(value)),
      isBusy: Boolean(submission),
      canCancel,
      canSubmit: !submission && !(isDone && !config._submitAgain) && !blocked && waitMs <= 0,
      isDone,
      isInvalid: Boolean(fieldError),
      language: messages.language,
      submitLabel: text((isDone && config._submitAgain) || (retryable.includes(alert) ? "tryAgain" : config._submit)),
      status: blocked ? "" : text(status),
      alert: text(problem),
      fieldError: text(fieldError),
      isFieldErrorLate: Boolean(isLate),
      warning: fieldError || isDone ? "" : text(config._warning(value)),
      requirements: [],
      hint: "",
      suggestion: "",
      requestUrl: "",
      wait: write((messages) => waitSentence(messages, waitMs)) || "",
      waitSeconds: Math.max(0, Math.ceil(waitMs / 1000)),
    };
    const situation = {
      _options: options,
      _problem: problem || undefined,
      _isBeingTyped: isBeingTyped,
      _isPausing: isPausing && !submission && !isDone,
      _found: found,
      _write: write,
    };
    return advice ? { ...plain, ...advice.describe(plain, situation) } : plain;
  }

  function publish(): void {
    state = readState();
    if (state.wait && listeners[0]) waits._countDown();
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
    stopTimer();
    const later = (run: () => Promise<void>) => {
      if (listeners[0]) stopTimer = after(PAUSE_MS, () => void run());
    };
    later(() => {
      later(check);
      return seek(true);
    });
  }

  /** Finds something out about the value, for advice. */
  async function seek(pauses: boolean): Promise<void> {
    await loading;
    const sought = value;
    let finding: unknown;
    if (advice) finding = await advice.find(sought, options, pauses);
    if (sought !== value) return;
    found = finding;
    isPausing ||= pauses;
    publish();
  }

  /** After a change of the value or the options. */
  function reconsider(): void {
    isPausing = false;
    publish();
    schedule();
    if (advice) void seek(false);
    // Once. Without the file there is no advice, and the call alone checks the password.
    if (!loading && config._isAdvised(options, value))
      loading = config._loadAdvice().then(
        (loaded) => {
          advice = loaded;
          publish();
          void seek(false);
        },
        () => {},
      );
  }

  /** Makes a call, unless the form's own options are unusable. */
  async function send(given: CallOptions): Promise<void> {
    if (advice) advice.verify(options);
    await config._send(given as never);
  }

  /** Whether the call would be refused before anything is sent: this `fetch` sends nothing. */
  const rehearse = (given: CallOptions) =>
    send({ ...given, fetch: () => Promise.reject() }).catch((error: unknown) =>
      isInvalidInput(error) ? (error as PasswordResetError) : undefined,
    );

  /** Reports invalid options before the player sends anything. */
  async function check(): Promise<void> {
    const checked = options;
    await loading;
    const error = await rehearse(callOptions(config, options, "a valid value", messages.language));
    if (!error || isDone || options !== checked || submission) return;
    // A value that breaks a policy says nothing about the options.
    if (!config._fieldErrors.includes(textFor(error, config._call))) settle({ error }, anyone);
  }

  async function submit(): Promise<Outcome | undefined> {
    if (!readState().canSubmit) return undefined;
    const inputError = config._inputError(value);
    if (inputError) return void show({ _fieldError: inputError });
    isEdited = true;
    const person = personOf(value);
    const before = isDone ? shown : {};
    submission = createSubmission(() => {
      canCancel = true;
      publish();
    });
    // The confirmation stays while the call is sent again.
    show({ _status: isDone ? config._done : "working" });
    const given = callOptions(config, options, value, messages.language);
    const { beforeSend } = options;
    const outcome = await submission._complete(
      async () => {
        // Not for a call that will be refused: what the page asks of the player may work only once.
        if (beforeSend && !(await rehearse(given)) && (await beforeSend(given as never, config._call)) === false)
          throw false;
      },
      (signal) => send({ ...given, signal }),
    );
    submission = undefined;
    canCancel = false;
    if (outcome) settle(outcome, person);
    else show(before);
    return outcome;
  }

  /** All outcomes take this path, so that neither behaviour nor timing reveals whether an account exists. */
  function settle(outcome: Outcome, person: string): void {
    // Calls and submissions throw nothing but errors of this package.
    const error = outcome.error as PasswordResetError | undefined;
    const name = error ? textFor(error, config._call) : config._done;
    if (name === "sent") waits._start(person, DEFAULT_WAIT_MS);
    if (error && name === "rateLimited") {
      waits._start(anyone, "retryAfterMs" in error ? waitAfter(error) : DEFAULT_WAIT_MS);
    }
    if (error && ![...notLogged, ...config._fieldErrors].includes(name))
      warnOnce(given ? error.message : nameAttributes(error.message, config._properties));
    isDone = name === config._done;
    if (name === "passwordSet") value = "";
    if (isDone) show({ _status: name });
    else if (config._fieldErrors.includes(name)) show({ _fieldError: name, _isLate: !isInvalidInput(error) });
    else show({ _alert: name });
  }

  function edit(): void {
    isDone = false;
    show({});
  }

  async function update(given: Partial<Options>): Promise<void> {
    const old = options;
    options = withGiven(old, given);
    const before = value;
    if (!isEdited) value = toText(options[config._prefill as keyof Options]);
    const isSame = requestOf(options) === requestOf(old);
    // Another project or link: messages about the previous one do not apply.
    if (!submission && !isSame && !config._blocked(options)) edit();
    // A framework that renders again sets the same once more: what the player sees and hears stays.
    if (isSame && value === before) publish();
    else reconsider();
    const choose = () => chooseLanguage(options.language ?? preferredLanguages());
    const language = choose();
    await Promise.all([
      language === messages.language ||
        loadMessages(language).then((loaded) => {
          if (language !== choose()) return;
          messages = loaded;
          publish();
        }),
      loading,
    ]);
  }

  state = readState();
  if (given) void update(given);
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners = [...listeners, listener];
      publish();
      schedule();
      return () => {
        listeners = listeners.filter((other) => other !== listener);
        if (!listeners[0]) schedule();
      };
    },
    setValue(text) {
      if (submission) return;
      const next = toText(text);
      isEdited = true;
      isBeingTyped = next.slice(0, -1) === value;
      value = next;
      shown = isDone ? {} : { _alert: shown._alert };
      isDone = false;
      reconsider();
    },
    submit,
    edit,
    cancel() {
      if (submission) submission._cancel();
    },
    update,
    text,
  };
}

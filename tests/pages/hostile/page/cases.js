// One case: an argument for one of the two calls, and how the call should end.

import { fetches } from "./fetches.js";
import { randomOf } from "./random.js";
import { signals } from "./signals.js";
import { noFetches, noObjects, noSignals, revoked, throwingProxy, values } from "./values.js";

/** The options of each call, in the order in which they are reported, and how the API spells those in the body. */
const shared = ["baseUrl", "timeoutMs", "signal", "fetch"];
const calls = {
  requestPasswordReset: { required: ["projectId", "username"], optional: ["loginUrl", "locale"] },
  confirmPasswordReset: { required: ["projectId", "newPassword", "resetCode"], optional: ["userId", "verifyCode"] },
};
const spelling = {
  username: "username",
  newPassword: "new_password",
  resetCode: "reset_code",
  userId: "user_id",
  verifyCode: "verify_code",
};

const unknownNames = ["retries", "__proto__", "constructor", "then", "toJSON", "0", "", "\ud800", "project_id"];

const fail = () => {
  throw new Error("the getter of a test");
};
const overflow = () => overflow() + 1;

/** Getters that throw. */
const failures = [
  fail,
  overflow,
  () => revoked().x,
  () => {
    throw undefined;
  },
];

/**
 * A case is `{ what, call, argument, canary, issues, ends, sends, body, seen }`. `issues` are the rules that should be
 * told as broken, `ends` the kinds by which the call may end, `sends` how often `fetch` may be called, `body` what it
 * should then be given; `seen` is what `fetch` and the getters see, `inner` what became of calls within this one.
 * @param {() => Promise<void>} honestCall
 */
export function makeCase(seed, index, realm, honestCall) {
  const random = randomOf(seed, index);
  const canary = `canary-${seed}-${index}.`;
  const call = random.pick(Object.keys(calls));
  const draft = {
    ...{ random, realm, canary, call, ...calls[call] },
    ...{ what: [call], options: {}, issues: [], lateIssues: [], ends: [], only: undefined, sends: 1, body: {} },
    ...{ seen: { urls: [], bodies: [], reads: {} }, inner: { failed: 0, calls: [] } },
    callWithin() {
      const called = honestCall();
      draft.inner.calls.push(called.catch(() => draft.inner.failed++));
      return called;
    },
  };
  if (random.chance(0.03)) {
    draft.argument = random.pick(noObjects)(draft);
    draft.what.push(`the argument is ${typeof draft.argument}`);
    draft.issues = noObject(draft);
  } else {
    fill(draft);
    draft.argument = wrap(draft);
  }
  if (draft.issues.length === 0) draft.issues = draft.lateIssues;
  if (draft.issues.length > 0) Object.assign(draft, { ends: ["invalid_input"], sends: 0 });
  else if (draft.only) draft.ends = [draft.only];
  return draft;
}

const noObject = ({ required }) => ["options object", ...required.map((name) => `${name} required`)];

function fill(draft) {
  const { random, required, optional, options } = draft;
  // Whatever is wrong, the rest is read all the same; most cases have little that is wrong.
  const wrongShare = random.pick([0, 0, 0, 0.1, 0.5]);
  for (const name of [...required, ...optional, ...shared]) {
    const isWrong = random.chance(wrongShare);
    if (isWrong && random.chance(0.2))
      put(draft, name, { what: "cannot be read", get: random.pick(failures), rule: "readable" });
    else if (isWrong && required.includes(name) && random.chance(0.2)) leaveOut(draft, name, "required");
    else if (name === "fetch")
      put(draft, name, isWrong ? random.pick(noFetches) : watched(draft, random.pick(fetches)));
    else if (name !== "signal" && !required.includes(name) && random.chance(0.5)) leaveOut(draft, name);
    else if (name !== "signal")
      put(
        draft,
        name,
        pick(
          draft,
          values[name].filter(({ rule }) => Boolean(rule) === isWrong),
        ),
      );
    else if (isWrong) put(draft, name, random.pick(noSignals));
    else if (random.chance(0.5)) putSignal(draft, random.pick(signals));
  }
  if (draft.isSlow && !draft.issues.some((issue) => issue.startsWith("timeoutMs ")))
    options.timeoutMs = 1 + random.below(25);
  if (!random.chance(wrongShare)) return;
  put(draft, random.chance(0.02) ? "a".repeat(1 << 20) : random.pick(unknownNames), {
    what: "unknown",
    make: () => draft.canary,
    rule: "unknown",
  });
  if (random.chance(0.3)) options[Symbol(draft.canary)] = draft.canary;
}

/** What takes an engine long is made rarely. */
function pick({ random }, list) {
  const picked = random.pick(list);
  return picked.isHuge && random.chance(0.9) ? pick({ random }, list) : picked;
}

/** Gives an option, as data or behind a getter that counts. */
function put(draft, name, { what, make, get, rule }) {
  const { random, seen, options } = draft;
  draft.what.push(`${name.slice(0, 20)}: ${what}`);
  const attributes = { enumerable: random.chance(0.7), configurable: true };
  const counts = rule !== "unknown" || attributes.enumerable;
  if (rule && counts) draft.issues.push(`${name.replace("\ud800", "\ufffd")} ${rule}`);
  if (get) return Object.defineProperty(options, name, { ...attributes, get });
  const value = make(draft);
  if (Object.hasOwn(spelling, name))
    draft.body[spelling[name]] = typeof value === "string" && name === "username" ? value.trim() : value;
  if (random.chance(0.7)) return Object.defineProperty(options, name, { ...attributes, value, writable: true });
  const makesCall = random.chance(0.1);
  const count = () => {
    seen.reads[name] = (seen.reads[name] ?? 0) + 1;
    if (makesCall) draft.callWithin();
    return value;
  };
  Object.defineProperty(options, name, {
    ...attributes,
    get: count,
    set(value) {
      Object.defineProperty(options, name, { value });
    },
  });
}

function leaveOut(draft, name, rule) {
  const [how, ...value] = draft.random.pick([["absent"], ["undefined", undefined], ["null", null]]);
  draft.what.push(`${name}: ${how}`);
  if (rule) draft.issues.push(`${name} ${rule}`);
  if (value.length > 0) draft.options[name] = value[0];
}

/** Notes what `fetch` is called with, and leaves it what it is. */
function watched(draft, { what, make, build, ends, slow }) {
  const built = build?.(draft) ?? { fetch: make(draft), ends };
  draft.ends.push(...built.ends);
  draft.isSlow = slow;
  const apply = (fetch, self, [url, init]) => {
    draft.seen.urls.push(url);
    draft.seen.bodies.push(init.body);
    return Reflect.apply(fetch, self, [url, init]);
  };
  return { what, make: () => (what.includes("Proxy") ? built.fetch : new Proxy(built.fetch, { apply })) };
}

function putSignal(draft, signal) {
  put(draft, "signal", signal);
  if (signal.refused) draft.lateIssues = ["signal abort_signal"];
  if (signal.silent) draft.sends = 0;
  draft.ends.push(...(signal.ends ?? []));
  draft.only = signal.only;
}

/** The options as another kind of object. */
function wrap(draft) {
  const { random, realm, options, required, optional } = draft;
  const descriptors = Object.getOwnPropertyDescriptors(options);
  const forget = (...told) =>
    (draft.issues = [...draft.issues.filter((issue) => !issue.endsWith(" unknown")), ...told]);
  const cannotBeRead = () =>
    (draft.issues = [...required, ...optional, ...shared, "options"].map((name) => `${name} readable`));
  const proxies = (count) => Array.from({ length: count }).reduce((inner) => new Proxy(inner, {}), options);
  const wraps = {
    frozen: () => Object.freeze(options),
    "without a prototype": () => Object.create(null, descriptors),
    "of another realm": () => realm.Object.defineProperties(new realm.Object(), descriptors),
    inherited: () => (forget(), Object.create(options)),
    "an instance": () => Object.defineProperties(new (class Options {})(), descriptors),
    "an array": () => Object.defineProperties([], descriptors),
    "a date": () => Object.defineProperties(new Date(), descriptors),
    "a function": () => ((draft.issues = noObject(draft)), Object.defineProperties(() => {}, descriptors)),
    "a Proxy": () => new Proxy(options, {}),
    "a Proxy of 1,000 Proxies": () => proxies(1000),
    "a Proxy of 100,000 Proxies": () => (cannotBeRead(), proxies(100_000)),
    "a Proxy whose other traps throw": () => {
      // Its keys cannot be listed, since whether they are enumerable cannot be read.
      forget("options readable");
      return new Proxy(options, {
        has: fail,
        getPrototypeOf: fail,
        getOwnPropertyDescriptor: fail,
        set: fail,
        defineProperty: fail,
        isExtensible: fail,
      });
    },
    "a Proxy whose keys throw": () => (forget("options readable"), new Proxy(options, { ownKeys: fail })),
    "a Proxy whose keys are none": () => (forget("options readable"), new Proxy(options, { ownKeys: () => 42 })),
    "a throwing Proxy": () => (cannotBeRead(), throwingProxy()),
    "a revoked Proxy": () => (cannotBeRead(), revoked()),
  };
  if (random.chance(0.6)) return options;
  const how = pick(
    draft,
    Object.keys(wraps).map((what) => ({ what, isHuge: what.includes("100,000") })),
  ).what;
  draft.what.push(how);
  return wraps[how]();
}

// Generates an argument for one of the two calls, and the facts about it that decide how the call should end.

import { calls, shared } from "./expected.js";
import { fetches } from "./fetches.js";
import { signals } from "./signals.js";
import { noFetches, noObjects, noSignals, revoked, throwingProxy, values } from "./values.js";

const unknownNames = ["retries", "__proto__", "constructor", "then", "toJSON", "0", "", "\ud800", "project_id"];

const fail = () => {
  throw new Error("the getter of a test");
};
const overflow = () => overflow() + 1;

/** Getters that throw. */
const throwingGetters = [
  fail,
  overflow,
  () => revoked().x,
  () => {
    throw undefined;
  },
];

/**
 * Returns `{ what, call, argument, canary, seen, inner, facts }`. The facts are
 * - `call`;
 * - `shape` of the argument: `listable`, if its own keys can be listed, `inherited`, `keys unreadable`, `unreadable`, or
 *   `not an object`;
 * - `options`, in the order in which they are read: `{ name, value, rule, isEnumerable }`, with the rule that it breaks;
 * - `fetch` and `signal`: the entries of `fetches` and `signals`, or `{}`.
 */
export function generate(random, { realm, canary, validCall }) {
  const call = random.pick(Object.keys(calls));
  const seen = { urls: [], bodies: [], reads: {} };
  const inner = { failed: 0, calls: [] };
  const callWithin = () => {
    const started = validCall();
    const counted = started.catch(() => {
      inner.failed++;
    });
    inner.calls.push(counted);
    return started;
  };
  const facts = { call, shape: "listable", options: [], fetch: {}, signal: {} };
  const draft = { random, realm, canary, callWithin, what: [call], seen, facts, object: {} };
  const argument = random.chance(0.03) ? pickNoObject(draft) : wrap(draft, fill(draft));
  return { what: draft.what, call, argument, canary, seen, inner, facts };
}

function pickNoObject(draft) {
  const argument = draft.random.pick(noObjects)(draft);
  draft.what.push(`the argument is ${typeof argument}`);
  draft.facts.shape = "not an object";
  return argument;
}

/** Makes an object with options. */
function fill(draft) {
  const { random, facts, object, canary } = draft;
  const { required, optional } = calls[facts.call];
  // Most cases have few invalid options, so that each is tested among valid ones.
  const invalidShare = random.pick([0, 0, 0, 0.1, 0.5]);
  for (const name of [...required, ...optional, ...shared]) {
    const isInvalid = random.chance(invalidShare);
    const isRequired = required.includes(name);
    if (isInvalid && random.chance(0.2)) putThrowing(draft, name);
    // biome-ignore lint/suspicious/noDuplicateElseIf: each call of `chance` is another draw.
    else if (isInvalid && isRequired && random.chance(0.2)) leaveOut(draft, name, "required");
    else if (name === "fetch") putFetch(draft, isInvalid);
    else if (name === "signal") putSignal(draft, isInvalid);
    else if (!isRequired && random.chance(0.5)) leaveOut(draft, name);
    else putValue(draft, name, isInvalid);
  }
  const hasTimeout = !facts.options.some(({ name, rule }) => name === "timeoutMs" && rule);
  if (facts.fetch.slow && hasTimeout) object.timeoutMs = 1 + random.below(25);
  if (random.chance(invalidShare)) {
    const name = random.chance(0.02) ? "a".repeat(1 << 20) : random.pick(unknownNames);
    put(draft, name, { what: "unknown", value: canary, rule: "unknown" });
    if (random.chance(0.3)) object[Symbol(canary)] = canary;
  }
  return object;
}

/** Picks an entry; rarely one that takes an engine long. */
function pick(random, list) {
  const picked = random.pick(list);
  return picked.isHuge && random.chance(0.9) ? pick(random, list) : picked;
}

function putThrowing(draft, name) {
  const get = draft.random.pick(throwingGetters);
  const { attributes } = describe(draft, name, { what: "cannot be read", rule: "readable" });
  Object.defineProperty(draft.object, name, { ...attributes, get });
}

function putValue(draft, name, isInvalid) {
  const list = values[name].filter(({ rule }) => Boolean(rule) === isInvalid);
  putMade(draft, name, pick(draft.random, list));
}

function putFetch(draft, isInvalid) {
  const { random, facts, seen } = draft;
  if (isInvalid) return putMade(draft, "fetch", random.pick(noFetches));
  const picked = random.pick(fetches);
  const { what, make, build, slow } = picked;
  const { fetch, ends } = build?.(draft) ?? { fetch: make(draft), ends: picked.ends };
  facts.fetch = { ends, slow };
  /** Records the calls, and passes them through. */
  const apply = (target, self, [url, init]) => {
    seen.urls.push(url);
    seen.bodies.push(init.body);
    return Reflect.apply(target, self, [url, init]);
  };
  putMade(draft, "fetch", { what, make: () => (what.includes("Proxy") ? fetch : new Proxy(fetch, { apply })) });
}

function putSignal(draft, isInvalid) {
  const { random, facts } = draft;
  if (isInvalid) return putMade(draft, "signal", random.pick(noSignals));
  if (!random.chance(0.5)) return;
  facts.signal = random.pick(signals);
  putMade(draft, "signal", facts.signal);
}

/** Gives an option as absent, or as a value that counts as absent. */
function leaveOut(draft, name, rule) {
  const [how, ...value] = draft.random.pick([["absent"], ["undefined", undefined], ["null", null]]);
  draft.what.push(`${name}: ${how}`);
  if (rule) draft.facts.options.push({ name, rule });
  if (value.length > 0) draft.object[name] = value[0];
}

/**
 * Gives an option the value that an entry of `values.js`, `fetches.js` or `signals.js` makes.
 *
 * @param {any} draft
 * @param {string} name
 * @param {{ what: string, rule?: string, make: (draft: any) => unknown }} entry
 */
function putMade(draft, name, { what, make, rule }) {
  put(draft, name, { what, rule, make });
}

/** Notes the facts about an option. */
function describe(draft, name, { what, rule }) {
  draft.what.push(`${name.slice(0, 20)}: ${what}`);
  const isEnumerable = draft.random.chance(0.7);
  const fact = { name, rule, isEnumerable };
  draft.facts.options.push(fact);
  return { fact, attributes: { enumerable: isEnumerable, configurable: true } };
}

/**
 * Gives an option, as a value or with a getter that counts.
 *
 * @param {any} draft
 * @param {string} name
 * @param {{ what: string, rule?: string, make?: (draft: any) => unknown, value?: unknown }} option
 */
function put(draft, name, { what, rule, make, value = undefined }) {
  const { random, seen, object } = draft;
  const { fact, attributes } = describe(draft, name, { what, rule });
  fact.value = make ? make(draft) : value;
  if (random.chance(0.7))
    return Object.defineProperty(object, name, { ...attributes, value: fact.value, writable: true });
  const makesCall = random.chance(0.1);
  return Object.defineProperty(object, name, {
    ...attributes,
    get() {
      seen.reads[name] = (seen.reads[name] ?? 0) + 1;
      if (makesCall) draft.callWithin();
      return fact.value;
    },
    set(value) {
      Object.defineProperty(object, name, { value });
    },
  });
}

const proxies = (object, count) => Array.from({ length: count }).reduce((inner) => new Proxy(inner, {}), object);
const descriptorsOf = Object.getOwnPropertyDescriptors;

/**
 * The options as another kind of object.
 *
 * @type {[what: string, shape: string, make: (object: any, draft: any) => unknown][]}
 */
const kinds = [
  ["frozen", "listable", (object) => Object.freeze(object)],
  ["without a prototype", "listable", (object) => Object.create(null, descriptorsOf(object))],
  [
    "of another realm",
    "listable",
    (object, { realm }) => realm.Object.defineProperties(new realm.Object(), descriptorsOf(object)),
  ],
  ["inherited", "inherited", (object) => Object.create(object)],
  ["an instance", "listable", (object) => Object.defineProperties(new (class Options {})(), descriptorsOf(object))],
  ["an array", "listable", (object) => Object.defineProperties([], descriptorsOf(object))],
  ["a date", "listable", (object) => Object.defineProperties(new Date(), descriptorsOf(object))],
  ["a function", "not an object", (object) => Object.defineProperties(() => {}, descriptorsOf(object))],
  ["a Proxy", "listable", (object) => new Proxy(object, {})],
  ["a Proxy of 1,000 Proxies", "listable", (object) => proxies(object, 1000)],
  ["a Proxy of 100,000 Proxies", "unreadable", (object) => proxies(object, 100_000)],
  [
    "a Proxy whose other traps throw",
    // Its keys cannot be listed, since whether they are enumerable cannot be read.
    "keys unreadable",
    (object) =>
      new Proxy(object, {
        has: fail,
        getPrototypeOf: fail,
        getOwnPropertyDescriptor: fail,
        set: fail,
        defineProperty: fail,
        isExtensible: fail,
      }),
  ],
  ["a Proxy whose keys throw", "keys unreadable", (object) => new Proxy(object, { ownKeys: fail })],
  [
    "a Proxy whose keys are not a list",
    "keys unreadable",
    (object) => new Proxy(object, { ownKeys: () => /** @type {any} */ (42) }),
  ],
  ["a throwing Proxy", "unreadable", () => throwingProxy()],
  ["a revoked Proxy", "unreadable", () => revoked()],
];
const wrappings = kinds.map(([what, shape, make]) => ({ what, shape, make, isHuge: what.includes("100,000") }));

function wrap(draft, object) {
  const { random, facts } = draft;
  if (random.chance(0.6)) return object;
  const { what, shape, make } = pick(random, wrappings);
  draft.what.push(what);
  facts.shape = shape;
  return make(object, draft);
}

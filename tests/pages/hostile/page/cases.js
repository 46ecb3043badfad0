// Generated cases: a call, and a function that makes its argument, always the same one.

import fc from "fast-check";
import { settledFetches, silentFetches } from "./fetches.js";
import { racingSignals, signals } from "./signals.js";
import { fail, noFetches, noObjects, noSignals, revoked, throwingProxy, throwNothing, values } from "./values.js";

const shared = ["baseUrl", "timeoutMs", "signal", "fetch"];
/** The options of each call: required ones, then others. */
const optionsOf = {
  requestPasswordReset: [
    ["projectId", "username"],
    ["loginUrl", "locale", ...shared],
  ],
  confirmPasswordReset: [
    ["projectId", "newPassword", "resetCode"],
    ["userId", "verifyCode", ...shared],
  ],
};

const overflow = () => overflow() + 1;
const fromEntries = (entries) => fc.constantFrom(...entries);
/** At most this often, because an engine takes long for it, or because a call does. */
const rare = (arbitrary) => ({ weight: 1, arbitrary });
const often = (arbitrary) => ({ weight: 30, arbitrary });

const perhaps = (arbitrary) => fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const absent = fromEntries(
  ["absent", "undefined", "null"].map((what) => ({ what, isAbsent: true, value: { null: null }[what] })),
);
const throwing = fromEntries(
  [fail, overflow, throwNothing, () => revoked().x].map((get) => ({ what: "cannot be read", get })),
);
const made = (entry, more = {}) => ({ what: entry[0], make: entry[1], ...more });
const good = {
  fetch: fc.oneof(often(settledFetches.map((entry) => made(entry))), {
    weight: 2,
    arbitrary: fromEntries(silentFetches).map((entry) => made(entry, { isSilent: true })),
  }),
  signal: fc.oneof(
    fromEntries(signals).map((entry) => made(entry)),
    fromEntries(racingSignals).map((entry) => made(entry, { isRacing: true })),
  ),
};
const bad = { fetch: fromEntries(noFetches), signal: fromEntries(noSignals) };

/** Texts of every length, with every kind of character. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc
    .array(fc.constantFrom(..."aZ0 \t\n\0\u0085\u00a0\u00ad\u200b\u2028\ufeff\ud800\udc00é-_.:/?#[]@%\\", "👩‍🚀"), {
      maxLength: 12,
    })
    .map((parts) => parts.join("")),
);
/** Texts around some right ones, with one character replaced, added or removed. */
const near = (right) =>
  fc
    .tuple(
      fc.constantFrom(...right, "x"),
      fc.nat(),
      fc.constantFrom("", " ", "x", "0", ":", "/", "\\", "@", "?", "\n", "é", "\ud800"),
      fc.nat(1),
    )
    .map(([text, place, character, removed]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + character + text.slice(at + removed);
    });

for (const [name, of] of Object.entries(values)) {
  const huge = of.huge.length > 0 ? [{ weight: 1, arbitrary: fromEntries(of.huge) }] : [];
  const texts = fc.oneof({ weight: 3, arbitrary: near(of.near) }, { weight: 1, arbitrary: anyText });
  good[name] = fc.oneof({ weight: 200, arbitrary: fromEntries(of.good) }, ...huge).map((entry) => made(entry));
  bad[name] = fc.oneof(
    fromEntries(of.bad),
    texts.map((text) => [JSON.stringify(text).slice(0, 60), () => text]),
  );
}

/** An option that is invalid with this weight, out of 10. Without `fetch`, a call would use the network. */
const option = (name, isRequired, weight) => {
  const left = name === "fetch" ? [] : [absent];
  return fc.record({
    entry: fc.oneof(
      { weight: 10 - weight, arbitrary: isRequired ? good[name] : fc.oneof(good[name], ...left) },
      { weight: 3 * weight, arbitrary: bad[name].map((entry) => made(entry)) },
      { weight, arbitrary: fc.oneof(throwing, ...left) },
    ),
    how: fc.constantFrom("value", "value", "value", "getter", "getter that makes a call"),
    enumerable: fc.boolean(),
  });
};

const unknown = fc.record({
  name: fc.oneof(
    often(fromEntries(["retries", "__proto__", "constructor", "then", "toJSON", "0", "", "\ud800", "project_id"])),
    often(fromEntries(["login_url", "email", "redirectUri", "timeout", "user", "code", "__proto", "username "])),
    often(anyText),
    rare(fc.constant("a".repeat(1 << 20))),
  ),
  enumerable: fc.oneof(often(fc.constant(true)), { weight: 5, arbitrary: fc.constant(false) }),
  isSymbolToo: fc.boolean(),
});

/** Options, of which most are valid in most cases, so that each is tested among valid ones. */
const options = (call, weight) => {
  const [required, others] = optionsOf[call];
  const all = [...required, ...others].map((name) => [name, option(name, required.includes(name), weight)]);
  return fc.record({
    options: fc.record(Object.fromEntries(all)),
    unknown: weight > 0 ? perhaps(unknown) : fc.constant(undefined),
  });
};

const descriptorsOf = Object.getOwnPropertyDescriptors;
const proxies = (object, count) => Array.from({ length: count }).reduce((inner) => new Proxy(inner, {}), object);
/** The options as another kind of object. */
const wrappings = Object.entries({
  frozen: (object) => Object.freeze(object),
  "without a prototype": (object) => Object.create(null, descriptorsOf(object)),
  "of another realm": (object, { realm }) => realm.Object.defineProperties(new realm.Object(), descriptorsOf(object)),
  inherited: (object) => Object.create(object),
  "an instance": (object) => Object.defineProperties(new (class Options {})(), descriptorsOf(object)),
  "an array": (object) => Object.defineProperties([], descriptorsOf(object)),
  "a date": (object) => Object.defineProperties(new Date(), descriptorsOf(object)),
  "a function": (object) => Object.defineProperties(() => {}, descriptorsOf(object)),
  "a Proxy": (object) => new Proxy(object, {}),
  "a Proxy of 1,000 Proxies": (object) => proxies(object, 1000),
  "a Proxy whose other traps throw": (object) =>
    new Proxy(object, {
      ...{ has: fail, set: fail, defineProperty: fail, isExtensible: fail },
      ...{ getPrototypeOf: fail, getOwnPropertyDescriptor: fail },
    }),
  "a Proxy whose keys throw": (object) => new Proxy(object, { ownKeys: fail }),
  "a Proxy whose keys are not a list": (object) => new Proxy(object, { ownKeys: () => /** @type {any} */ (42) }),
  "a throwing Proxy": () => throwingProxy(),
  "a revoked Proxy": () => revoked(),
});
const endless = ["a Proxy of 100,000 Proxies", (object) => proxies(object, 100_000)];

/** Gives an object an option, as a value or with a getter that counts. */
function put(object, name, { entry, how, enumerable }, given) {
  if (entry.isAbsent && entry.what === "absent") return;
  const attributes = { enumerable, configurable: true };
  if (entry.get) return Object.defineProperty(object, name, { ...attributes, get: entry.get });
  const found = entry.isAbsent ? entry.value : entry.make(given);
  const value = name === "fetch" && typeof found === "function" ? given.watch(found, entry.what) : found;
  if (how === "value") return Object.defineProperty(object, name, { ...attributes, value, writable: true });
  return Object.defineProperty(object, name, {
    ...attributes,
    get() {
      given.reads[name] = (given.reads[name] ?? 0) + 1;
      if (how !== "getter") given.callWithin();
      return value;
    },
    set(value) {
      Object.defineProperty(object, name, { value });
    },
  });
}

const argumentOf = (call) =>
  fc.tuple(
    fc.oneof(...[0, 0, 0, 1, 5].map((weight) => options(call, weight))),
    perhaps(fc.oneof(often(fromEntries(wrappings)), rare(fc.constant(endless)))),
  );

/** A case whose argument is an object: `make` makes it, `isRacing` says whether its signal may abort the call or not. */
const ofObject = (call) =>
  argumentOf(call).map(([{ options, unknown }, wrapping]) => {
    const all = { ...options };
    // A call that gets no response ends by its time limit.
    if (options.fetch.entry.isSilent && !options.timeoutMs.entry.get)
      all.timeoutMs = { ...options.timeoutMs, entry: { what: "a short time", make: () => 20 } };
    const what = Object.entries(all).map(([name, { entry }]) => `${name}: ${entry.what}`);
    if (unknown) what.push(`unknown: ${unknown.name.slice(0, 20)}`);
    if (wrapping) what.push(wrapping[0]);
    return {
      call,
      what,
      isRacing: Boolean(options.signal.entry.isRacing),
      make(given, withoutSignal = false) {
        const object = {};
        for (const name of Object.keys(all))
          if (!(withoutSignal && name === "signal")) put(object, name, all[name], given);
        if (unknown && !Object.hasOwn(all, unknown.name))
          Object.defineProperty(object, unknown.name, { value: given.canary, enumerable: unknown.enumerable });
        if (unknown?.isSymbolToo) object[Symbol(given.canary)] = given.canary;
        return wrapping ? wrapping[1](object, given) : object;
      },
    };
  });
const ofNoObject = (call) =>
  fromEntries(noObjects).map(([what, make]) => ({ call, what: [`the argument is ${what}`], make, isRacing: false }));

const calls = Object.keys(optionsOf);
const cases = fc.oneof(
  ...calls.flatMap((call) => [
    { weight: 30, arbitrary: ofObject(call) },
    { weight: 1, arbitrary: ofNoObject(call) },
  ]),
);

/** The first cases of a seed. */
export const casesOf = (seed, count) => fc.sample(cases, { seed, numRuns: count });

// Values for options, good and bad: what each is, and a function that makes it. The client written by hand knows which rule a
// value breaks.
//
// The function gets `{ realm, canary, callWithin }`: the globals of an iframe, a text to search for, and another call.

import { projectId as uuid } from "../../../support/projects.js";

export const fail = () => {
  throw new Error("a value of a test");
};

export const throwNothing = () => {
  throw undefined;
};

/** Gives an object a property that is read with this function. */
export const withGetter = (name, get, object = {}) =>
  Object.defineProperty(object, name, { get, enumerable: true, configurable: true });

/** A revoked proxy: every operation on it throws. */
export function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** A proxy whose traps all throw. */
export const throwingProxy = (target = {}) => new Proxy(target, new Proxy({}, { get: () => fail }));

/** Neither a string nor absent nor a function, and with no `aborted`. */
const things = {
  0: () => 0,
  "-0": () => -0,
  NaN: () => NaN,
  Infinity: () => Infinity,
  true: () => true,
  false: () => false,
  "a bigint": () => 2n ** 70n,
  "a symbol": ({ canary }) => Symbol(canary),
  "a well-known symbol": () => Symbol.toPrimitive,
  "{}": () => ({}),
  "an array": ({ canary }) => [canary],
  "a String object": ({ canary }) => new String(canary),
  "a String object of another realm": ({ canary, realm }) => new realm.String(canary),
  "an object of another realm": ({ realm }) => new realm.Object(),
  "an object without a prototype": () => Object.create(null),
  "an object that becomes a string": ({ canary }) => ({ toString: () => canary, [Symbol.toPrimitive]: () => canary }),
  "an object that cannot become a string": () => ({ toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail }),
  "an object that cannot become JSON": () => ({ toJSON: fail }),
  "a circle": () => {
    const circle = {};
    circle.circle = circle;
    return circle;
  },
  "a throwing Proxy": () => throwingProxy(),
  "a revoked Proxy": () => revoked(),
  "an invalid date": () => new Date(NaN),
  "a regular expression": () => /./g,
  "a Map": () => new Map([["aborted", false]]),
  "a Promise": () => Promise.resolve("text"),
  "a thenable": () => ({ then: fail }),
  "a megabyte of bytes": () => new Uint8Array(1 << 20),
  "an element": () => globalThis.document?.createElement("input"),
};

const functions = {
  "a function": () => () => fail(),
  "a class": () => class {},
  "a function of another realm": ({ realm }) => realm.Function.prototype,
  "a Proxy of a function": () => new Proxy(fail, {}),
};

/** What a promise may hold, and what may be thrown. */
export const anything = Object.entries({ ...things, ...functions });

/** A text may be a function of the canary. */
const text = (value) => [
  typeof value === "string" ? JSON.stringify(value) : String(value).slice(0, 60),
  typeof value === "function" ? ({ canary }) => value(canary) : () => value,
];

const megabyte = (canary) => canary.padEnd(1 << 20, "a");
const spaces = [(canary) => `${canary} `, "", "a b", "a\tb", "a\u00a0b", "a\0b", "\u2028", "a\u0085"];
const illFormed = [
  (canary) => `${canary}\ud83d`,
  (canary) => `\udc69${canary}`,
  (canary) => `${canary}\udc69\ud83d${canary}`,
  (canary) => `\ufffd${canary}\ud800`,
];

/** An option that is a text. */
const texts = (good, bad, huge = [megabyte]) => ({
  good: good.map(text),
  near: good.filter((value) => typeof value === "string"),
  bad: [...[...bad, ...illFormed].map(text), ...anything],
  huge: huge.map(text),
});

/** The values of each option but `fetch` and `signal`: good, bad, and so large that they are rare. */
export const values = {
  projectId: texts([uuid, uuid.toUpperCase()], ["", "mine", ` ${uuid}`, uuid.replace("1", "g"), (canary) => canary]),
  userId: texts([uuid], ["", "mine", `${uuid}\n`, (canary) => canary]),
  username: texts(
    [
      (canary) => canary,
      (canary) => ` \u3000${canary}\r\n`,
      (canary) => `"${canary}"\\ \u2028</script>👩‍🚀`,
      (canary) => `\ufffd${canary}`,
      (canary) => canary.padEnd(255, "é"),
      ...["__proto__", "null", "John", "a@example.com", "é".repeat(255), "👩".repeat(255)],
    ],
    [
      "",
      " \t\u00a0",
      (canary) => canary.padEnd(256, "a"),
      (canary) => `${canary}\0${canary}`,
      (canary) => `${canary}\n${canary}`,
      (canary) => `${canary}\u009f${canary}`,
    ],
  ),
  newPassword: texts(
    [
      (canary) => canary,
      (canary) => ` ${canary}\0\n"\\`,
      (canary) => canary + "👩".repeat(100 - canary.length),
      ...["\ufffd".repeat(6), "👩".repeat(6), "é".repeat(100), "secret"],
    ],
    ["", "12345", "👩".repeat(5), "é".repeat(101), (canary) => canary.padEnd(101, "a")],
  ),
  resetCode: texts([(canary) => canary, "0", "a.b-c_1", "é"], spaces),
  verifyCode: texts([(canary) => canary, "abc"], spaces),
  loginUrl: texts(
    [
      ...["https://example.com/?a=b&d=%20#c", "mygame://login", "https://例え.jp/%2F+"],
      ...["https://u@a:8/", "https://[2001:db8::1]:443/", "urn:isbn:1"],
    ],
    [
      (canary) => canary,
      ...[" https://example.com", "java\nscript:alert(1)", "", "/login", "https:", "localhost:3000"],
      ...["example.com:443/a", "javascript:alert(1)", "DATA:text/html,x", "blob:null/1", "file:///etc/passwd"],
    ],
    [megabyte, () => "https://example.com/".padEnd(1 << 20, "%")],
  ),
  locale: texts(
    ["pt_BR", "km-kh", "fil_ph"],
    [(canary) => canary, "", "en", "en_XXX", "english", "en_US.UTF-8", "en_", "éé_ÉÉ"],
  ),
  baseUrl: texts(
    [
      ...["https://login.example.com", "http://localhost:1/api/", "http://127.0.0.1", "https://login.xsolla.com/api"],
      ...["https://a/b/", "http://[::1]:8"],
    ],
    [
      (canary) => canary,
      ...["https://login. example.com", "", "login.example.com", "https://", "http://login.example.com"],
      ...["ftp://localhost", "javascript:alert(1)", "https://a:b@login.example.com"],
      ...["https://login.example.com/?", "https://login.example.com/#"],
    ],
  ),
  timeoutMs: {
    good: [60_000, 2 ** 31 - 1].map(text),
    near: [],
    bad: [...[-1, 0.5, 2 ** 31, -Infinity, "10", 10n, new Number(10)].map(text), ...anything],
    huge: [],
  },
};

/** Not callable, so no `fetch`. */
export const noFetches = [...Object.entries(things), text("fetch")];

/** Without an `aborted` that is a boolean, so no `signal`. */
export const noSignals = [...anything, text("signal")];

/** Not objects, for the whole argument. */
export const noObjects = [
  ...Object.entries(functions),
  ...[undefined, null, 0, NaN, true, 7n, "", (canary) => canary, (canary) => Symbol(canary), megabyte].map(text),
  ["document.all", () => globalThis.document?.all],
];

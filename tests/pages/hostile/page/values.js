// Values for options, good and bad, each with the rule that it breaks.
//
// A value is `{ what, make, rule, isHuge }`; a good one has no `rule`. `make` gets the case: `{ random, realm, canary }`,
// where `realm` is the globals of an iframe.

import { projectId as uuid } from "../../../support/projects.js";

const MEGABYTE = 1 << 20;

const fail = () => {
  throw new Error("the trap of a test");
};

/** A revoked proxy: every operation on it throws. */
export function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** A proxy whose traps all throw. */
export function throwingProxy(target = {}) {
  return new Proxy(target, new Proxy({}, { get: () => fail }));
}

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
  "a megabyte of bytes": () => new Uint8Array(MEGABYTE),
  "an element": () => document.createElement("input"),
};

const functions = {
  "a function": () => () => fail(),
  "a class": () => class {},
  "a function of another realm": ({ realm }) => realm.Function.prototype,
  "a Proxy of a function": () => new Proxy(fail, {}),
};

const all = { ...things, ...functions };

/** Values of the wrong type for an option, which breaks `rule`. */
function wrong(rule, values) {
  return Object.entries(values).map(([what, make]) => ({ what, make, rule, isHuge: what.includes("megabyte") }));
}

/** Texts with lone surrogates, which cannot be sent. */
const illFormed = [
  ["a lone high surrogate", ({ canary }) => `${canary}\ud83d`],
  ["a lone low surrogate", ({ canary }) => `\udc69${canary}`],
  ["a surrogate pair in reverse", ({ canary }) => `${canary}\udc69\ud83d${canary}`],
  ["a replacement character and a lone surrogate", ({ canary }) => `\ufffd${canary}\ud800`],
].map(([what, make]) => ({ what, make, rule: "well_formed" }));

/** Texts, by the rule that they break. */
function texts(good, bad) {
  return [
    ...good.map((text) => ({ what: "a good text", ...made(text) })),
    ...Object.entries(bad).flatMap(([rule, list]) => list.map((text) => ({ what: "a bad text", ...made(text), rule }))),
  ];
}

/** A text may be a function of the case, to contain its canary. */
function made(text) {
  return { make: typeof text === "function" ? text : () => text, isHuge: huge.has(text) };
}

const megabyte = ({ canary }) => canary.padEnd(MEGABYTE, "a");
const longUrl = () => "https://example.com/".padEnd(MEGABYTE, "%");
const huge = new Set([megabyte, longUrl]);
const spaces = ["a b", "a\tb", "a\u00a0b", "a\0b", "\u2028", "a\u0085"];

/** The values of each option. */
export const values = {
  projectId: [
    ...texts([uuid, uuid.toUpperCase()], {
      uuid: ["", "mine", ` ${uuid}`, uuid.replace("1", "g"), ({ canary }) => canary, megabyte],
    }),
  ],
  userId: [...texts([uuid], { uuid: ["", "mine", `${uuid}\n`, ({ canary }) => canary, megabyte] })],
  username: [
    ...texts(
      [
        ({ canary }) => canary,
        ({ canary }) => ` \u3000${canary}\r\n`,
        ({ canary }) => `"${canary}"\\ \u2028</script>👩‍🚀`,
        ({ canary }) => `\ufffd${canary}`,
        ({ canary }) => canary.padEnd(255, "é"),
        "__proto__",
        "null",
      ],
      {
        username_length: ["", " \t\u00a0", ({ canary }) => canary.padEnd(256, "a"), megabyte],
        no_controls: [
          ({ canary }) => `${canary}\0${canary}`,
          ({ canary }) => `${canary}\n${canary}`,
          ({ canary }) => `${canary}\u009f${canary}`,
        ],
      },
    ),
  ],
  newPassword: [
    ...texts(
      [
        ({ canary }) => canary,
        ({ canary }) => ` ${canary}\0\n"\\`,
        ({ canary }) => canary + "👩".repeat(100 - canary.length),
        "\ufffd".repeat(6),
      ],
      {
        password_length: ["", "12345", ({ canary }) => canary.padEnd(101, "a"), megabyte],
      },
    ),
  ],
  resetCode: [...texts([({ canary }) => canary, megabyte, "0"], { not_empty: [""], no_spaces: spaces })],
  verifyCode: [...texts([({ canary }) => canary, megabyte], { not_empty: [""], no_spaces: spaces })],
  loginUrl: [
    ...texts(["https://example.com/?a=b#c", "mygame://login", "https://例え.jp/%2F+", longUrl], {
      no_spaces: [" https://example.com", "java\nscript:alert(1)"],
      absolute_url: ["", "/login", "https:", "localhost:3000", megabyte],
      scheme: ["javascript:alert(1)", "DATA:text/html,x", "blob:null/1", "file:///etc/passwd"],
    }),
  ],
  locale: [
    ...texts(["pt_BR", "km-kh", "fil_ph"], { locale: ["", "en", "english", "en_US.UTF-8", "en_", "éé_ÉÉ", megabyte] }),
  ],
  baseUrl: [
    ...texts(
      ["https://login.example.com", "http://localhost:1/api/", "http://127.0.0.1", "https://login.xsolla.com/api"],
      {
        no_spaces: ["https://login. example.com"],
        absolute_url: ["", "login.example.com", "https://", megabyte],
        https: ["http://login.example.com", "ftp://localhost", "javascript:alert(1)"],
        origin_and_path: [
          "https://a:b@login.example.com",
          "https://login.example.com/?",
          "https://login.example.com/#",
        ],
      },
    ),
  ],
  timeoutMs: [
    ...texts([60_000, 2 ** 31 - 1], { milliseconds: [0, -1, 0.5, 2 ** 31, NaN, -Infinity, "10", 10n, new Number(10)] }),
    ...wrong("milliseconds", all),
  ],
};

for (const [name, list] of Object.entries(values)) {
  if (name !== "timeoutMs") list.push(...wrong("string", all), ...illFormed);
}

/** Not callable, so no `fetch`. */
export const noFetches = [...wrong("function", things), { what: "a text", make: () => "fetch", rule: "function" }];

/** Without an `aborted` that is a boolean, so no `signal`. */
export const noSignals = [
  ...wrong("abort_signal", all),
  { what: "a text", make: () => "signal", rule: "abort_signal" },
];

/** What a promise may hold, and what may be thrown. */
export const anything = Object.values(all);

/** Not objects, for the whole argument. */
export const noObjects = [
  ...Object.values(functions),
  ...[undefined, null, 0, NaN, true, 7n, ""].map((value) => () => value),
  ({ canary }) => canary,
  ({ canary }) => Symbol(canary),
  () => document.all,
  megabyte,
];

// A project's password policy, and the hint for a mail address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { suggestMailAddress } from "xsolla-password-reset";
import { given, outcome, throwing } from "./outcome.js";

const accepted = async () => new Response(null, { status: 204 });

/** The issues of a confirmation: `field rule`, or the requirement that is not met. */
async function issues(newPassword, passwordPolicy) {
  const { kind, issues } = (await outcome(
    { ...given.confirm, newPassword, passwordPolicy, fetch: accepted },
    "confirm",
  )) ?? {
    issues: [],
  };
  assert.ok(issues.length === 0 || kind === "invalid_input");
  return issues.map(({ field, rule, requirement }) => {
    assert.equal(requirement !== undefined, rule === "password_policy");
    return requirement ?? `${field} ${rule}`;
  });
}

const policy = {
  minLength: 8,
  maxLength: 20,
  allowedCharacters: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!😀",
  forbiddenCharacters: "Il",
  shouldContain: [{ characters: "0123456789" }, { characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", count: 2 }],
};

test("each requirement that a password does not meet is an issue with its path", async () => {
  const paths = ["minLength", "allowedCharacters", "forbiddenCharacters", "shouldContain[0]", "shouldContain[1]"];
  assert.deepEqual(await issues("l-", policy), [
    "newPassword password_length",
    ...paths.map((path) => `passwordPolicy.${path}`),
  ]);
  assert.deepEqual(await issues("ABcdefghijkmnopqrstu1", policy), ["passwordPolicy.maxLength"]);
});

test("a password that meets the policy is sent without it", async () => {
  let sent = /** @type {any} */ (undefined);
  const fetch = (url, { body }) => {
    sent = { url, body: JSON.parse(body) };
    return accepted();
  };
  await outcome({ ...given.confirm, newPassword: "ABcdefg1", passwordPolicy: policy, fetch }, "confirm");
  assert.equal(sent.body.new_password, "ABcdefg1");
  assert.doesNotMatch(JSON.stringify(sent), /olicy/);
});

const refusing = (traps) =>
  new Proxy({}, Object.fromEntries(traps.map((trap) => [trap, () => assert.fail("a trap of a proxy")])));

/**
 * Values of other types. What is wrong with numbers and texts is tested in Rust.
 *
 * @type {[what: string, policy: any, ...issues: string[]][]}
 */
const malformed = [
  ["absent", undefined],
  ["null", null],
  ["empty", {}],
  ["of null", { minLength: null, allowedCharacters: null, shouldContain: null }],
  ["a text", "8", " object"],
  ["a function", () => {}, " object"],
  ["no number", { minLength: NaN, maxLength: "8" }, ".minLength count", ".maxLength count"],
  ["a bigint", { minLength: 8n }, ".minLength count"],
  ["a lone surrogate", { allowedCharacters: "\ud83d" }, ".allowedCharacters well_formed"],
  ["no list", { shouldContain: { characters: "a" } }, ".shouldContain array"],
  [
    "an item that is no object",
    { shouldContain: ["a", null] },
    "[0] object",
    "[0].characters required",
    "[1] object",
    "[1].characters required",
  ],
  ["a hole in the list", { shouldContain: new Array(1) }, "[0] object", "[0].characters required"],
  ["the names of Xsolla's SDK", { min_length: 8 }, ".min_length unknown"],
  ["another name in an item", { shouldContain: [{ characters: "a", amount: 1 }] }, "[0].amount unknown"],
  ["a getter that throws", throwing("minLength"), ".minLength readable"],
  ["an item whose getter throws", { shouldContain: [throwing("characters")] }, "[0].characters readable"],
  [
    "a proxy that cannot be read",
    refusing(["get"]),
    ...["minLength", "maxLength", "allowedCharacters", "forbiddenCharacters", "shouldContain"].map(
      (name) => `.${name} readable`,
    ),
  ],
  ["a proxy without names", refusing(["ownKeys"])],
];
for (const [what, value, ...expected] of malformed) {
  test(`a policy that is or has ${what} is ${expected.length ? "an issue" : "valid"}`, async () => {
    const paths = expected.map((issue) => `passwordPolicy${issue.startsWith("[") ? ".shouldContain" : ""}${issue}`);
    assert.deepEqual(await issues("abcdef", value), paths);
  });
}

test("the list of a policy may be very long", async () => {
  assert.equal((await issues("abcdef", { shouldContain: new Array(1e6) })).length, 2000);
});

test("other names are suggested", async () => {
  const { issues } = await outcome({ ...given.confirm, passwordPolicy: { min_length: 8 } }, "confirm");
  assert.equal(issues[0].message, "passwordPolicy.min_length is not an option; did you mean passwordPolicy.minLength?");
});

test("a likely typing error in a mail domain has a suggestion", async () => {
  assert.equal(await suggestMailAddress("Jöhn@gmial.com"), "Jöhn@gmail.com");
  for (const other of ["John", "John@gmail.com", "", "\ud83d@gmial.com", undefined, {}, Symbol("s")]) {
    assert.equal(await suggestMailAddress(/** @type {any} */ (other)), undefined);
  }
});

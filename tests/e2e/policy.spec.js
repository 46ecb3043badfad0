// The project's password policy in <new-password-form>.

import { openFixture, openForm, passwordForm, respondWith } from "./fixture.js";
import { choose, confirmCall, countCalls, expect, formOn, loginServer, projects, test } from "./support.js";

const policy = {
  minLength: 10,
  forbiddenCharacters: "<>",
  shouldContain: [
    { characters: "abcdefghijklmnopqrstuvwxyz" },
    { characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
    { characters: "0123456789", count: 2 },
    { characters: "!-]" },
  ],
};
const withPolicy = passwordForm.replace(" ", ` policy='${JSON.stringify(policy)}' `);
const listed = [
  "Use 10 to 100 characters.",
  "Don’t use any of these characters (<>).",
  "Use at least 1 lowercase letter.",
  "Use at least 1 uppercase letter.",
  "Use at least 2 digits.",
  "Use at least 1 special character (-!]).",
];

/** The items of the list as they are read. */
const items = (page) => page.getByRole("listitem").allTextContents();
const states = async (page) => (await items(page)).map((text, index) => text.replace(listed[index], "").trim());
const [met, unmet] = ["Met.", "Not met yet."];
const announcer = (page) => page.locator(".announcer");
/** Without the marks that tell one announcement from the one before. */
const spoken = async (page) => (await announcer(page).textContent()).replace(/\u00a0/g, "");

test("what the policy requires is listed from the start; each item says whether it is met", async ({ page }) => {
  const { field } = await openFixture(page, { body: withPolicy });
  await expect(page.getByRole("listitem")).toHaveCount(listed.length);
  expect((await items(page)).map((text) => text.split(/ (?:Not )?met/i)[0].trim())).toEqual(listed);
  await expect.poll(() => states(page)).toEqual([unmet, met, unmet, unmet, unmet, unmet]);
  await expect(field).toHaveAccessibleDescription(/^A few random words/);
  /** @type {[string, string[]][]} */
  const typed = [
    ["abc", [unmet, met, met, unmet, unmet, unmet]],
    ["abcD12", [unmet, met, met, met, met, unmet]],
    ["abcD12<!", [unmet, unmet, met, met, met, met]],
    ["abcD12-3456", [met, met, met, met, met, met]],
    ["", [unmet, met, unmet, unmet, unmet, unmet]],
  ];
  for (const [password, expected] of typed) {
    await field.fill(password);
    await expect.poll(() => states(page), password).toEqual(expected);
  }
});

test("the list looks different for what is met, without its colour", async ({ page }) => {
  await openFixture(page, { body: withPolicy });
  await formOn(page).field.fill("abc");
  await expect.poll(() => states(page)).toContain(met);
  const marks = await page.getByRole("listitem").evaluateAll((items) =>
    items.map((item) => {
      const { borderTopWidth, transform } = getComputedStyle(item, "::before");
      return borderTopWidth !== "0px" && transform === "none" ? "circle" : "check mark";
    }),
  );
  expect(marks).toEqual(["circle", "check mark", "check mark", "circle", "circle", "circle"]);
});

test("a screen reader hears what is missing when the player pauses, not at each key", async ({ page }) => {
  await page.clock.install();
  const { field } = await openForm(page, { body: withPolicy });
  await page.evaluate(() => {
    window.announced = [];
    const region = document.querySelector("new-password-form").shadowRoot.querySelector(".announcer");
    new MutationObserver(() => region.textContent && window.announced.push(region.textContent)).observe(region, {
      childList: true,
    });
  });
  await page.clock.runFor(3000);
  // The focus is not in the form.
  expect(await page.evaluate(() => window.announced)).toEqual([]);
  await field.focus();
  await page.clock.runFor(200);
  expect(await spoken(page)).toBe(`Not met yet. ${[0, 2, 3, 4, 5].map((index) => listed[index]).join(" ")}`);
  for (const key of "abcdefghij") {
    await field.press(key);
    await page.clock.runFor(300);
  }
  await page.clock.runFor(1200);
  expect(await spoken(page)).toBe(`Not met yet. ${[3, 4, 5].map((index) => listed[index]).join(" ")}`);
  expect(await page.evaluate(() => window.announced.length)).toBe(2);
  await field.pressSequentially("K12!");
  await page.clock.runFor(1200);
  expect(await spoken(page)).toBe(`Met. ${listed.join(" ")}`);
});

test("a password that breaks the policy is not sent: the first requirement is named, and the field has the focus", async ({
  page,
}) => {
  const calls = countCalls(page, confirmCall);
  await respondWith(page, { status: 204 });
  const { ask, error, field, status } = await openFixture(page, { body: withPolicy });
  for (const [password, text] of [
    ["abc", listed[0]],
    ["abcdefgh12", listed[3]],
    ["abcDefgh<2", listed[1]],
  ]) {
    await ask(password);
    await expect(error).toHaveText(text);
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
  }
  expect(calls).toEqual([]);
  await ask("abcDefgh12!");
  await expect(status).toContainText("Your new password is set");
  await expect(page.getByRole("list")).toBeHidden();
  expect(calls).toHaveLength(1);
  expect(calls[0].postDataJSON()).toEqual({ new_password: "abcDefgh12!", reset_code: "code" });
});

test("password managers get the rules", async ({ page }) => {
  const { form, field } = await openFixture(page, { body: withPolicy });
  const rules = "minlength: 10; maxlength: 100; required: lower; required: upper; required: digit; required: [-!]];";
  await expect(field).toHaveAttribute("passwordrules", rules);
  await expect(field).toHaveAttribute("minlength", "10");
  await form.evaluate((form) => {
    form.policy = { maxLength: 12, allowedCharacters: "abc" };
  });
  await expect(field).toHaveAttribute("passwordrules", "minlength: 6; maxlength: 12; allowed: [abc];");
  await form.evaluate((form) => {
    form.policy = null;
  });
  await expect(field).toHaveAttribute("passwordrules", "minlength: 6; maxlength: 100;");
  await expect(page.getByRole("list")).toBeHidden();
  await expect(field).toHaveAccessibleDescription(/^Use 6 to 100 characters\. A few/);
});

test("the property takes an object; an equal one leaves messages and outcome", async ({ page }) => {
  await respondWith(page, { status: 204 });
  const { ask, form, status, field } = await openFixture(page, { body: passwordForm });
  await expect(field).toHaveAttribute("passwordrules", "minlength: 6; maxlength: 100;");
  await expect(field).not.toHaveAttribute("minlength");
  const setPolicy = () => form.evaluate((form, policy) => Object.assign(form, { policy }), policy);
  await setPolicy();
  await expect(page.getByRole("listitem")).toHaveCount(listed.length);
  await ask("abcDefgh12!");
  await expect(status).toContainText("Your new password is set");
  await setPolicy();
  await expect(status).toContainText("Your new password is set");
});

test("a malformed policy: not set up, and the console names the path", async ({ page, warnings }) => {
  await page.clock.install();
  const calls = countCalls(page, confirmCall);
  const { ask, alert, form } = await openFixture(page, { body: passwordForm });
  await expect(formOn(page).submit).toBeVisible();
  const malformed = { shouldContain: [{ characters: "a" }, { characters: "b", count: -1 }] };
  await form.evaluate((form, policy) => Object.assign(form, { policy }), malformed);
  await page.clock.runFor(2500);
  await expect(alert).toContainText("isn’t set up correctly");
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("shouldContain[1].count");
  await ask("correct horse");
  await expect(alert).toContainText("isn’t set up correctly");
  expect(calls).toEqual([]);
  // A policy that is right replaces the message.
  await form.evaluate((form) => Object.assign(form, { policy: { minLength: 8 } }));
  await expect(alert).toBeEmpty();
});
test("the switchboard: a strict policy, which the server enforces", async ({ page, mailsTo, signIn }) => {
  await page.goto("/");
  await choose(page, "Outcome", "policy");
  await formOn(page).ask("ada");
  await expect(formOn(page).status).toContainText("If an account matches");
  const [{ link }] = await mailsTo("ada@example.com");
  await page.goto(link);
  const { ask, error, status } = formOn(page);
  await ask("correct horse");
  await expect(error).toHaveText("Use at least 1 uppercase letter.");
  await ask("Correct-horse-12!");
  await expect(status).toContainText("Your new password is set");
  expect(await signIn("ada", "Correct-horse-12!", projects.strict)).toBe(200);
});

test("the policy of the demo's page is the one that its Login server enforces", async ({ page, request, linkFor }) => {
  await page.goto("/");
  const policies = await page.evaluate((path) => import(path).then(({ policies }) => policies), "/page.js");
  const policy = policies[projects.strict];
  const link = new URL(await linkFor("ada", projects.strict)).searchParams;
  const statusFor = async (password) => {
    const response = await request.post(`${loginServer}/api/${confirmCall}`, {
      params: { projectId: projects.strict },
      data: { new_password: password, reset_code: link.get("reset_code") },
    });
    return response.status();
  };
  // As little as the policy allows; a hyphen is in none of its sets.
  const parts = policy.shouldContain.map(({ characters, count = 1 }) => characters.slice(-count));
  const fill = (texts) => texts.join("").padEnd(policy.minLength, "-");
  const least = fill(parts);
  const broken = [
    least.slice(0, -1),
    ...[...policy.forbiddenCharacters].map((character) => least.slice(0, -1) + character),
    ...parts.map((part, index) => fill(parts.with(index, part.slice(1)))),
  ];
  for (const password of broken) expect(await statusFor(password), password).toBe(422);
  expect(await statusFor(least)).toBe(204);
});

// The project's password policy in <new-password-form>: its list, and what screen readers and password managers get.

import { openFixture, openForm, passwordForm, recordAnnouncements, respondWith } from "./fixture.js";
import { expect, test } from "./support.js";

const policy = {
  minLength: 10,
  forbiddenCharacters: "<>",
  shouldContain: [
    { characters: "abcdefghijklmnopqrstuvwxyz" },
    { characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
    { characters: "0123456789", count: 2 },
    { characters: "!-]" },
    // It requires nothing, so it is neither listed nor told.
    { characters: "xyz", count: 0 },
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

test("what the policy requires is listed from the start; each item says and shows whether it is met", async ({
  page,
}) => {
  const { field } = await openFixture(page, { body: withPolicy });
  await expect(page.getByRole("listitem")).toHaveCount(listed.length);
  expect((await items(page)).map((text) => text.split(/ (?:Not )?met/i)[0].trim())).toEqual(listed);
  await expect.poll(() => states(page)).toEqual([unmet, met, unmet, unmet, unmet, unmet]);
  await expect(field).toHaveAccessibleDescription(/^A few random words/);
  /** @type {[string, string[]][]} */
  const typed = [
    ["abcD12<!", [unmet, unmet, met, met, met, met]],
    ["", [unmet, met, unmet, unmet, unmet, unmet]],
  ];
  for (const [password, expected] of typed) {
    await field.fill(password);
    await expect.poll(() => states(page), password).toEqual(expected);
  }
  // Without its colour, too.
  await field.fill("abc");
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
  const { field, form } = await openForm(page, { body: withPolicy });
  const announced = await recordAnnouncements(form);
  // From now on, time passes only below. The focus is not in the form.
  await page.clock.pauseAt(Date.now() + 60_000);
  expect(await announced()).toEqual([]);
  await field.focus();
  await page.clock.runFor(200);
  expect(await spoken(page)).toBe(`Not met yet. ${[0, 2, 3, 4, 5].map((index) => listed[index]).join(" ")}`);
  for (const key of "abcdefghij") {
    await field.press(key);
    await page.clock.runFor(300);
  }
  await page.clock.runFor(1200);
  expect(await spoken(page)).toBe(`Not met yet. ${[3, 4, 5].map((index) => listed[index]).join(" ")}`);
  expect(await announced()).toHaveLength(2);
  await field.pressSequentially("K12!");
  await page.clock.runFor(1200);
  expect(await spoken(page)).toBe(`Met. ${listed.join(" ")}`);
});

test("password managers get the rules", async ({ page }) => {
  const { form, field } = await openFixture(page, { body: withPolicy });
  const notForbidden =
    "[-!\"#$%&'()*+,./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\^_`abcdefghijklmnopqrstuvwxyz{|}~]]";
  const required = "required: lower; required: upper; required: digit; required: [-!]];";
  const rules = `minlength: 10; maxlength: 100; allowed: ${notForbidden}; ${required}`;
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

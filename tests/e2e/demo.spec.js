// The demo's own pages: what their controls and links pass to the forms, and where they run. A player's way through them by
// keyboard is in journey.spec.js.

import { readFileSync } from "node:fs";
import { projectId } from "../support/projects.js";
import {
  choose,
  confirmCall,
  countCalls,
  expect,
  formOn,
  linkFor,
  loginServer,
  mailsTo,
  projects,
  signIn,
  test,
} from "./support.js";

const neutral = "If an account matches";

for (const [outcome, storage] of [
  ["xsolla", "xsolla"],
  ["custom", "custom"],
  ["playfab", "playfab"],
  ["callbacks", "xsolla"],
]) {
  test(`the controls: ${outcome}, to the new password`, async ({ page }) => {
    await page.goto("/");
    await choose(page, "Outcome", outcome);
    await formOn(page).ask("ada");
    await expect(formOn(page).status).toContainText(neutral);
    const [mail, ...others] = await mailsTo("ada@example.com");
    expect([mail.storage, others]).toEqual([storage, []]);
    // For custom storage, with the second code of the link.
    await page.goto(mail.link);
    await formOn(page).ask("correct horse");
    await expect(formOn(page).status).toContainText("Your new password is set");
  });
}

/** @type {[outcome: string, username: string, part: "status" | "alert", words: string | RegExp][]} */
const outcomes = [
  ["unknown", "nobody", "status", neutral],
  ["code", "nobody", "status", neutral],
  ["limited", "ada", "alert", "Too many requests"],
  ["slow", "ada", "status", "One moment, please…"],
  ["down", "ada", "alert", "can’t reach the service"],
  ["misconfigured", "ada", "alert", "isn’t set up correctly"],
  ["nowhere", "ada", "alert", "isn’t set up correctly"],
];

for (const [outcome, username, part, words] of outcomes) {
  test(`the controls: ${outcome}`, async ({ page }) => {
    await page.goto("/");
    const note = page.locator("#note");
    const before = await note.textContent();
    await choose(page, "Outcome", outcome);
    // Then there is another form.
    await expect(note).not.toHaveText(before);
    await formOn(page).ask(username);
    await expect(formOn(page)[part]).toContainText(words);
  });
}

test("the controls: a dead link, which leads to a new one", async ({ page }) => {
  await page.goto("/");
  await choose(page, "Outcome", "dead");
  const newLink = page.getByRole("link", { name: "Request a new link" });
  await expect(formOn(page).submit).toHaveText("Set new password");
  await expect(newLink).toBeHidden();
  await formOn(page).ask("correct horse");
  await expect(formOn(page).alert).toContainText("no longer works");
  await newLink.click();
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});

test("the controls: a strict policy, which is the one that the Login server enforces", async ({ page, request }) => {
  await page.goto("/");
  await choose(page, "Outcome", "policy");
  await formOn(page).ask("ada");
  await expect(formOn(page).status).toContainText(neutral);
  const policies = await page.evaluate((path) => import(path).then(({ policies }) => policies), "/page.js");
  const policy = policies[projects.strict];
  const link = await linkFor("ada@example.com", { projectId: projects.strict });
  const statusFor = async (password) => {
    const response = await request.post(`${loginServer}/api/${confirmCall}`, {
      params: { projectId: projects.strict },
      data: { new_password: password, reset_code: new URL(link).searchParams.get("reset_code") },
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

  await page.goto(link);
  const { ask, error, status } = formOn(page);
  await ask("correct horse");
  await expect(error).toHaveText("Use at least 1 uppercase letter.");
  await ask(least);
  await expect(status).toContainText("Your new password is set");
  expect(await signIn("ada", least, projects.strict)).toBe(200);
});

test("the controls: theme and direction, kept on the next page", async ({ page }) => {
  const html = page.locator("html");
  await page.goto("/");
  await choose(page, "Theme", "dark");
  await choose(page, "Direction", "rtl");
  await expect(html).toHaveAttribute("dir", "rtl");
  await page.goto("/new-password.html");
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await choose(page, "Theme", "");
  await expect(html).toHaveAttribute("data-theme", "light");
});

test("the sign-in page hands its name on, once, and in no URL", async ({ page }) => {
  await page.goto("/signed-in.html");
  await page.locator("#username").fill("ada");
  await page.getByRole("link", { name: "Reset your password" }).click();
  await expect(formOn(page).field).toHaveValue("ada");
  expect(page.url()).not.toContain("ada");
  await page.reload();
  await expect(formOn(page).field).toHaveValue("");
});

test("an incomplete link is reported before anything is typed, and the page leads to a new one", async ({ page }) => {
  await page.goto("/new-password.html");
  await expect(formOn(page).alert).toContainText("no longer works");
  await expect(formOn(page).submit).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("link", { name: "Reset your password" }).click();
  await expect(page.getByRole("heading", { name: "Reset your password" })).toBeVisible();
});

test("a login URL outside this site is not followed", async ({ page }) => {
  const link = new URL(await linkFor("ada@example.com"));
  for (const elsewhere of ["https://evil.example/", "javascript:alert(1)"]) {
    link.searchParams.set("login_url", elsewhere);
    await page.goto(link.href);
    await expect(formOn(page).submit).toBeVisible();
    await page.evaluate(() =>
      document.querySelector("new-password-form").dispatchEvent(new CustomEvent("new-password-set")),
    );
    await expect(page.getByRole("link", { name: "Sign in" })).toHaveAttribute(
      "href",
      /^http:\/\/localhost:\d+\/signed-in\.html$/,
    );
  }
});

test("a plus sign in the link's code is kept", async ({ page }) => {
  const calls = countCalls(page, confirmCall);
  await page.goto(`/new-password.html?project_id=${projectId}&reset_code=a+b%2Bc`);
  await formOn(page).ask("battery staple");
  await expect.poll(() => calls.length).toBe(1);
  expect(calls[0].postDataJSON().reset_code ?? calls[0].url()).toContain("a+b+c");
});

test("the styles have no flex gap, inset, or bare :focus-visible", () => {
  const css = readFileSync(new URL("../../www/styles.css", import.meta.url), "utf8").replace(/\/\*.*?\*\//gs, "");
  for (const rule of css.match(/[^{}]*\{[^{}]*\}/g)) {
    if (/display: flex/.test(rule)) expect(rule).not.toMatch(/\bgap:/);
    expect(rule).not.toMatch(/\binset:|(?<!not\():focus-visible/);
  }
});

for (const [name, block] of [
  [
    "storage is blocked",
    () =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("", "SecurityError");
        },
      }),
  ],
  ["Intl.DisplayNames is missing", () => Reflect.deleteProperty(Intl, "DisplayNames")],
  [
    "Intl.DisplayNames throws",
    () =>
      Object.defineProperty(Intl, "DisplayNames", {
        value: class {
          constructor() {
            throw new RangeError("broken");
          }
        },
      }),
  ],
  ["Intl.DisplayNames knows no name", () => (Intl.DisplayNames.prototype.of = () => undefined)],
  ["Intl is missing", () => delete window.Intl],
  [
    "navigator.languages is missing",
    () => Object.defineProperty(Navigator.prototype, "languages", { value: undefined }),
  ],
  [
    "matchMedia throws",
    () =>
      (window.matchMedia = () => {
        throw new Error("broken");
      }),
  ],
]) {
  test(`the demo works where ${name}`, async ({ page }) => {
    await page.addInitScript(block);
    await page.goto("/");
    await page.getByLabel("Theme", { exact: true }).selectOption("dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByLabel("Outcome", { exact: true })).toBeVisible();
    await formOn(page).ask("ada");
    await expect(formOn(page).status).toContainText(neutral);
  });
}

// From a lost password to the mail.

import { countCalls, expect, loginServer, test } from "./support.js";

const call = "password/reset/request";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

async function ask(page, username) {
  await page.getByLabel("E-mail or username").fill(username);
  await page.getByRole("button", { name: "Send the link" }).click();
}

test("a username brings the neutral confirmation and a mail with the link", async ({ page, mailsTo }) => {
  await ask(page, "ada");
  await expect(page.getByRole("status")).toContainText("If an account matches");
  const [mail, ...others] = await mailsTo("ada@example.com");
  expect(others).toEqual([]);
  expect(mail.language).toBe("en");
  const link = new URL(mail.link);
  expect(link.pathname).toBe("/new-password.html");
  expect(link.searchParams.get("project_id")).toBe("11111111-1111-4111-8111-111111111111");
  expect(link.searchParams.get("reset_code")).toMatch(/^[\w-]{43}$/);
});

for (const [language, name] of [["de", "Deutsch"], ["ar", "العربية"]]) {
  test(`the mail is in the language of the page: ${language}`, async ({ page, mailsTo }) => {
    await page.getByLabel("Language").selectOption({ label: name });
    await page.locator("input[name=username]").fill("yuki@example.jp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).not.toBeEmpty();
    await expect.poll(async () => (await mailsTo("yuki@example.jp")).map((mail) => mail.language)).toEqual([language]);
  });
}

test("an unknown user reads like a known one, even where the API tells", async ({ page }) => {
  await page.getByLabel("Project").selectOption({ label: "Open Ledger: reveals unknown users" });
  const answered = page.waitForResponse((response) => response.url().includes(call));
  await ask(page, "nobody");
  expect((await answered).status()).toBe(404);
  await expect(page.getByRole("status")).toContainText("If an account matches");
  await expect(page.getByRole("alert")).toBeEmpty();
});

test("nothing is sent for an empty or overlong name", async ({ page }) => {
  const calls = countCalls(page, call);
  for (const [username, words] of [["", "Enter your"], ["   ", "Enter your"], ["x".repeat(256), "too long"]]) {
    await ask(page, username);
    const field = page.getByLabel("E-mail or username");
    await expect(field).toHaveAccessibleDescription(new RegExp(words));
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toBeFocused();
  }
  expect(calls).toEqual([]);
});

test("a project that does not exist is told as a fault of the set-up", async ({ page }) => {
  await page.getByLabel("Project").selectOption({ label: "No such project" });
  await ask(page, "ada");
  await expect(page.getByRole("alert")).toContainText("not set up correctly");
});

test("too many requests", async ({ page, request }) => {
  for (let count = 0; count < 3; count++) {
    await request.post(`${loginServer}/api/${call}`, {
      params: { projectId: "11111111-1111-4111-8111-111111111111" },
      data: { username: "ada" },
    });
  }
  await ask(page, "ada");
  await expect(page.getByRole("alert")).toContainText("Too many requests");
});

test("a server that is down", async ({ page }) => {
  await page.route(`**/api/${call}*`, (route) => route.abort("connectionrefused"));
  await ask(page, "ada");
  await expect(page.getByRole("alert")).toContainText("cannot reach the service");
});

test("a device that is offline", async ({ page, context }) => {
  await context.setOffline(true);
  await ask(page, "ada");
  await expect(page.getByRole("alert")).toContainText("You are offline");
});

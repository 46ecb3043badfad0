// Every state that the pages can be in, for what is looked at: axe, screenshots, room.

import { choose, confirmCall, expect, formOn, requestCall } from "./support.js";

const headers = { "Access-Control-Allow-Origin": "*" };
const answerWith = (page, call, answer) => page.route(`**/api/${call}*`, (route) => route.fulfill({ headers, ...answer }));
const neverAnswer = (page, call) => page.route(`**/api/${call}*`, () => {});
const refuse = (code, status) => ({ status, json: { error: { code, description: "…" } } });
const limit = { status: 429, headers: { ...headers, "Access-Control-Expose-Headers": "Retry-After", "Retry-After": "42" } };
const link = "/new-password.html?project_id=11111111-1111-4111-8111-111111111111&reset_code=code";

async function ask(page, text) {
  await formOn(page).ask(text);
}
async function until(page, part) {
  await expect(formOn(page)[part]).not.toBeEmpty();
}

/** Each: where it begins, and how it comes about. */
export const scenes = {
  request: ["/", async () => {}],
  "request, nothing entered": ["/", (page) => ask(page, "")],
  "request, under way": ["/", async (page) => { await neverAnswer(page, requestCall); await ask(page, "ada"); await until(page, "status"); }],
  "request, can be cancelled": ["/", async (page) => { await neverAnswer(page, requestCall); await page.clock.install(); await ask(page, "ada"); await page.clock.fastForward(3_000); await expect(formOn(page).cancel).toBeVisible(); }],
  "request, sent": ["/", async (page) => { await answerWith(page, requestCall, { status: 204 }); await ask(page, "ada"); await until(page, "wait"); }],
  "request, too many": ["/", async (page) => { await answerWith(page, requestCall, limit); await ask(page, "ada"); await until(page, "alert"); }],
  "request, misconfigured": ["/", async (page) => { await answerWith(page, requestCall, refuse("003-019", 404)); await ask(page, "ada"); await until(page, "alert"); }],
  "request, server down": ["/", async (page) => { await choose(page, "Outcome", "down"); await ask(page, "ada"); await until(page, "alert"); }],
  "request, offline": ["/", async (page) => { await page.context().setOffline(true); await until(page, "alert"); }],
  "new password": [link, async () => {}],
  "new password, too short": [link, (page) => ask(page, "abc")],
  "new password, shown, with a space": [link, async (page) => { await formOn(page).field.fill("battery staple "); await formOn(page).part("toggle").click(); }],
  "new password, link dead": [link, async (page) => { await answerWith(page, confirmCall, refuse("003-061", 404)); await ask(page, "battery staple"); await until(page, "alert"); }],
  "new password, link not whole": ["/new-password.html", async (page) => until(page, "alert")],
  "new password, set": [link, async (page) => { await answerWith(page, confirmCall, { status: 204 }); await ask(page, "battery staple"); await until(page, "status"); await expect(page.locator("#sign-in")).toBeVisible(); }],
  "sign in": ["/signed-in.html", async () => {}],
  "sign in, wrong": ["/signed-in.html", async (page) => { await answerWith(page, "login", { status: 401 }); await signIn(page); await expect(page.locator("#error")).not.toBeEmpty(); }],
  "signed in": ["/signed-in.html", async (page) => { await answerWith(page, "login", { status: 200, json: {} }); await signIn(page); await expect(page.locator("#welcome")).toBeVisible(); }],
};

async function signIn(page) {
  await page.locator("#username").fill("ada");
  await page.locator("#password").fill("battery staple");
  await page.locator("#password").press("Enter");
}

/** Goes there, and waits until it is all there. */
export async function play(page, name) {
  const [path, arrange] = scenes[name];
  await page.goto(path);
  if (!path.startsWith("/signed-in")) await expect(formOn(page).field).toBeVisible();
  await expect(page.locator("#direction")).toBeVisible();
  await arrange(page);
}

// Every state that the pages can be in, for what is looked at: axe, screenshots, room.

import { choose, confirmCall, expect, formOn, requestCall } from "./support.js";

const headers = { "Access-Control-Allow-Origin": "*" };
const answerWith = (page, call, answer) =>
  page.route(`**/api/${call}*`, (route) => route.fulfill({ headers, ...answer }));
const neverAnswer = (page, call) => page.route(`**/api/${call}*`, () => {});
const refuse = (code, status) => ({ status, json: { error: { code, description: "…" } } });
const weakPassword = { status: 422, json: { error: { code: "0", description: "…", details: { password: [] } } } };
const limit = {
  status: 429,
  headers: { ...headers, "Access-Control-Expose-Headers": "Retry-After", "Retry-After": "42" },
};
const link = "/new-password.html?project_id=11111111-1111-4111-8111-111111111111&reset_code=code";

// The steps that lead there, each a function of the page.
const ask = (text) => (page) => formOn(page).ask(text);
const isSaid = (part) => (page) => expect(formOn(page)[part]).not.toBeEmpty();
const isSeen = (selector) => (page) => expect(page.locator(selector)).toBeVisible();
const answer = (call, answer) => (page) => answerWith(page, call, answer);
const noAnswer = (call) => (page) => neverAnswer(page, call);

async function waitForCancel(page) {
  await page.clock.fastForward(3_000);
  await expect(formOn(page).cancel).toBeVisible();
}

async function showSpaced(page) {
  await formOn(page).field.fill("battery staple ");
  await formOn(page).part("toggle").click();
}

async function signIn(page) {
  await page.locator("#username").fill("ada");
  await page.locator("#password").fill("battery staple");
  await page.locator("#password").press("Enter");
}

/** Each: where it begins, and how it comes about. */
export const scenes = {
  request: ["/"],
  "request, nothing entered": ["/", ask("")],
  "request, under way": ["/", noAnswer(requestCall), ask("ada"), isSaid("status")],
  "request, can be cancelled": ["/", noAnswer(requestCall), (page) => page.clock.install(), ask("ada"), waitForCancel],
  "request, sent": ["/", answer(requestCall, { status: 204 }), ask("ada"), isSaid("wait")],
  "request, another address": [
    ...["/", answer(requestCall, { status: 204 }), ask("ada"), isSaid("wait")],
    (page) => formOn(page).edit.click(),
  ],
  "request, too many": ["/", answer(requestCall, limit), ask("ada"), isSaid("alert")],
  "request, misconfigured": ["/", answer(requestCall, refuse("003-019", 404)), ask("ada"), isSaid("alert")],
  "request, server down": ["/", (page) => choose(page, "Outcome", "down"), ask("ada"), isSaid("alert")],
  "request, offline": ["/", (page) => page.context().setOffline(true), ask("ada"), isSaid("alert")],
  "new password": [link],
  "new password, too short": [link, ask("abc")],
  "new password, shown, with a space": [link, showSpaced],
  "new password, link dead": [
    link,
    answer(confirmCall, refuse("003-061", 404)),
    ask("battery staple"),
    isSaid("alert"),
  ],
  "new password, link not whole": ["/new-password.html", isSaid("alert")],
  "new password, refused": [link, answer(confirmCall, weakPassword), ask("battery staple"), isSaid("error")],
  "new password, set": [
    link,
    answer(confirmCall, { status: 204 }),
    ask("battery staple"),
    isSaid("status"),
    isSeen("#sign-in"),
  ],
  "sign in": ["/signed-in.html"],
  "sign in, wrong": ["/signed-in.html", answer("login", { status: 401 }), signIn, isSeen("#error:not(:empty)")],
  "signed in": ["/signed-in.html", answer("login", { status: 200, json: {} }), signIn, isSeen("#welcome")],
};

/** Goes there, and waits until it is all there. */
export async function play(page, name) {
  const [path, ...steps] = scenes[name];
  await page.goto(path);
  if (!path.startsWith("/signed-in")) await expect(formOn(page).field).toBeVisible();
  await expect(page.locator("#direction")).toBeVisible();
  for (const step of steps) await step(page);
}

// Every state of the pages, for axe and screenshots.

import { projectId, projects } from "../support/projects.js";
import { headers, limited, respondWith } from "./fixture.js";
import { choose, expect, formOn } from "./support.js";

const reject = (code, status) => ({ status, json: { error: { code, description: "…" } } });
const weakPassword = { status: 422, json: { error: { code: "0", description: "…", details: { password: [] } } } };
const link = `/new-password.html?project_id=${projectId}&reset_code=code`;

// The steps that lead to a state, each a function of the page.
const ask = (text) => (page) => formOn(page).ask(text);
const isFilled = (part) => (page) => expect(formOn(page)[part]).not.toBeEmpty();
const isShown = (selector) => (page) => expect(page.locator(selector)).toBeVisible();
const respond = (response) => (page) => respondWith(page, response);
const noResponse = (page) => page.route("**/api/password/reset/*", () => {});

const signInResponse = (response) => (page) =>
  page.route("**/api/login*", (route) => route.fulfill({ headers, ...response }));

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

/** For each: the page, and the steps. */
export const scenes = {
  request: ["/"],
  "request, nothing entered": ["/", ask("")],
  "request, mistyped address": [
    "/",
    (page) => formOn(page).field.fill("ada@gmial.com"),
    (page) => expect(formOn(page).part("suggestion")).toBeVisible(),
  ],
  "request, pending": ["/", noResponse, ask("ada"), isFilled("status")],
  "request, can be cancelled": ["/", noResponse, (page) => page.clock.install(), ask("ada"), waitForCancel],
  "request, sent": ["/", respond({ status: 204 }), ask("ada"), isFilled("wait")],
  "request, another address": [
    "/",
    respond({ status: 204 }),
    ask("ada"),
    isFilled("wait"),
    (page) => formOn(page).edit.click(),
  ],
  "request, too many": ["/", respond(limited(42)), ask("ada"), isFilled("alert")],
  "request, misconfigured": ["/", respond(reject("003-019", 404)), ask("ada"), isFilled("alert")],
  "request, server down": ["/", (page) => choose(page, "Outcome", "down"), ask("ada"), isFilled("alert")],
  "request, offline": ["/", (page) => page.context().setOffline(true), ask("ada"), isFilled("alert")],
  "new password": [link],
  "a password policy": [
    link.replace(projectId, projects.strict),
    (page) => formOn(page).field.fill("abcD12"),
    (page) => expect(formOn(page).part("met")).toHaveCount(4),
  ],
  "new password, too short": [link, ask("abc")],
  "new password, shown, with a space": [link, showSpaced],
  "new password, link used": [link, respond(reject("003-061", 404)), ask("battery staple"), isFilled("alert")],
  "new password, link incomplete": ["/new-password.html", isFilled("alert")],
  "new password, rejected": [link, respond(weakPassword), ask("battery staple"), isFilled("error")],
  "new password, set": [link, respond({ status: 204 }), ask("battery staple"), isFilled("status"), isShown("#sign-in")],
  "sign in": ["/signed-in.html"],
  "sign in, wrong": ["/signed-in.html", signInResponse({ status: 401 }), signIn, isShown("#error:not(:empty)")],
  "signed in": ["/signed-in.html", signInResponse({ status: 200, json: {} }), signIn, isShown("#welcome")],
};

/** Opens the page, waits for it, and takes the steps. */
export async function play(page, name) {
  const [path, ...steps] = scenes[name];
  await page.goto(path);
  if (!path.startsWith("/signed-in")) await expect(formOn(page).submit).toBeVisible();
  await expect(page.locator("#direction")).toBeVisible();
  for (const step of steps) await step(page);
}

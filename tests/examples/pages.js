// The snippets that need a browser, each with how its page is made and used. See snippets.test.js.

import assert from "node:assert/strict";
import { expect } from "./lib/page.js";

/** An account in the project of the snippets, and its address. */
const john = { username: "John", address: "john@example.com" };

/** Calls a function that the snippet exports, in its page; returns how it ended. */
async function call(page, name) {
  const username = john.username;
  return page.evaluate(
    ([name, username]) => snippet[name](username).then(() => "resolved", (error) => String(error.kind ?? error)),
    [name, username],
  );
}

/** The query of the one request that each of these sends. */
function asks(name, expectedQuery) {
  return async (page, { mailsTo }) => {
    const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/password/reset/request"));
    assert.equal(await call(page, name), "resolved");
    const { searchParams } = new URL((await sent).url());
    for (const [key, value] of Object.entries(expectedQuery)) assert.equal(searchParams.get(key), value);
    assert.deepEqual((await sent).postDataJSON(), { username: john.username });
    assert.equal((await mailsTo(john.address)).length, 1);
  };
}

const projectId = "11111111-1111-4111-8111-111111111111";
const withCallback = { projectId, login_url: "http://localhost:8000/signed-in.html" };

/** `html`: the snippet is a page's body. Else it is a module, bundled, whose exports are `snippet` in the page. */
export const pages = {
  "form.html": {
    html: true,
    async use(page, { mailsTo }) {
      await page.getByLabel("Email or username").fill(john.username);
      await page.getByRole("button", { name: "Send link" }).click();
      await expect(page.locator("[part=status]")).toContainText("If an account matches");
      assert.equal((await mailsTo(john.address)).length, 1);
    },
  },
  "with-login-sdk.js": { use: asks("askWithSdk", withCallback) },
  "instead-of-login-sdk.js": { use: asks("askInstead", { ...withCallback, locale: "de_DE" }) },
  "with-fetch.js": { use: asks("askWithFetch", { projectId }) },
  "instead-of-fetch.js": { use: asks("askInstead", { projectId }) },
};

// Every example works as its README says, and its page requests an email.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { root } from "../../../scripts/lib/run.js";
import { cargoTool, pathWith } from "../../../scripts/lib/tools.js";
import { commandsOf, copyExample } from "../../support/examples.js";
import { exec, kill, startServing } from "../../support/process.js";
import { freePort } from "../../support/server.js";
import { expect, openTestBrowser, submit } from "./lib/browser.js";

const browser = await openTestBrowser();
after(() => browser.stop());
beforeEach(() => browser.reset());

const sent = /If an account matches/;

test("each folder has its test here, or in tests/package/tauri or tests/pages/launchers", async () => {
  const entries = await readdir(join(root, "examples"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  assert.deepEqual(folders.sort(), ["electron", "html", "qt", "react-vite", "tauri", "yew"]);
});

test("html: from the lost password to the new one", async () => {
  const app = await copyExample("html");
  const [install, start, ...more] = await commandsOf("html");
  assert.deepEqual([install.join(" "), start.join(" "), more], ["npm install", "npm start", []]);
  await exec(install, { cwd: app });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = await startServing(start, url, { cwd: app, env: { PORT: String(port), HOST: "127.0.0.1" } });
  try {
    await browser.visit(url, async (page) => {
      await submit(page, "John");
      await expect(page.locator("[part=status]")).toContainText(sent);
      const [{ link }] = await browser.mailsTo("john@example.com");
      const { search } = new URL(link);
      await page.goto(`${url}new-password.html${search}`);
      await page.getByLabel("New password").fill("battery staple");
      await page.getByRole("button", { name: "Set new password" }).click();
      await expect(page.locator("#done")).toBeVisible();
    });
  } finally {
    kill(server);
  }
});

test("react-vite: an empty field, an email, and the wait after it", async () => {
  const app = await copyExample("react-vite");
  for (const command of await commandsOf("react-vite")) await exec(command, { cwd: app });
  await browser.visitIn(join(app, "dist"), "", async (page) => {
    await submit(page, "");
    await expect(page.locator("output")).toHaveText(
      "That doesn’t look like an email or username. Check it and try again.",
    );
    await submit(page, "ada");
    await expect(page.locator("output")).toHaveText(sent);
    await expect(page.getByRole("button", { name: "Send link" })).toBeDisabled();
    assert.equal((await browser.mailsTo("ada@example.com")).length, 1);
  });
});

test("yew: a broken rule, an email, and the rate limit", async () => {
  const app = join(root, "examples/yew");
  const options = { cwd: app, env: pathWith(await cargoTool("wasm-bindgen-cli")), limitMs: 1_200_000 };
  for (const command of await commandsOf("yew")) await exec(command, options);
  await browser.visitIn(app, "", async (page) => {
    await submit(page, " ");
    await expect(page.locator("output")).toHaveText("Your email or username must have 1 to 255 characters.");
    for (let count = 1; count <= 3; count++) {
      const response = page.waitForResponse(/password\/reset\/request/);
      await submit(page, "yuki");
      await response;
      await expect(page.locator("output")).toHaveText(sent);
    }
    assert.equal((await browser.mailsTo("yuki@example.jp")).length, 3);
    await submit(page, "yuki");
    await expect(page.locator("output")).toHaveText(/^Please wait \d+ seconds/);
  });
});

test("yew: its lock file has the wasm-bindgen version of this repository", async () => {
  const versionIn = async (path) =>
    /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(await readFile(join(root, path), "utf8"))[1];
  const [ofYew, ours] = [await versionIn("examples/yew/Cargo.lock"), await versionIn("Cargo.lock")];
  assert.equal(ofYew, ours, "cargo update -p wasm-bindgen --precise …");
});

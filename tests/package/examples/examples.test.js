// Every example does what its README says, and its page asks for an email.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { root } from "../../../scripts/lib/run.js";
import { pathWith, wasmBindgen } from "../../../scripts/lib/tools.js";
import { commandsOf, copyOf } from "../../support/examples.js";
import { end, exec, serveWith } from "../../support/process.js";
import { freePort, serve } from "../../support/server.js";
import { expect, openWorld } from "./lib/page.js";

const world = await openWorld();
after(() => world.close());
beforeEach(() => world.forget());

/** Installing is quicker without what only people read. */
const npm = { npm_config_audit: "false", npm_config_fund: "false", npm_config_prefer_offline: "true" };
const onItsWay = /If an account matches/;
const press = (page) => page.getByRole("button", { name: "Send link" }).click();

async function ask(page, username) {
  await page.getByLabel("Email or username").fill(username);
  await press(page);
}

/** Serves a folder while its page is used. */
async function used(folder, use) {
  const server = await serve(folder);
  try {
    await world.visit(server.url, use);
  } finally {
    server.close();
  }
}

test("each folder has its test here, or in tests/package/tauri or tests/pages/launchers", async () => {
  const entries = await readdir(join(root, "examples"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  assert.deepEqual(folders.sort(), ["electron", "html", "qt", "react-vite", "tauri", "yew"]);
});

test("html: from the lost password to the new one", async () => {
  const app = await copyOf("html");
  const commands = await commandsOf("html");
  assert.deepEqual(
    commands.map((command) => command.join(" ")),
    ["npm install", "npm start"],
  );
  const [install, start] = commands;
  await exec(install, { cwd: app, env: npm });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = await serveWith(start, url, { cwd: app, env: { PORT: String(port), HOST: "127.0.0.1" } });
  try {
    await world.visit(url, async (page) => {
      await ask(page, "John");
      await expect(page.locator("[part=status]")).toContainText(onItsWay);
      const [{ link }] = await world.mailsTo("john@example.com");
      const { search } = new URL(link);
      await page.goto(`${url}new-password.html${search}`);
      await page.getByLabel("New password").fill("battery staple");
      await page.getByRole("button", { name: "Set new password" }).click();
      await expect(page.locator("#done")).toBeVisible();
    });
  } finally {
    end(server);
  }
});

test("react-vite: an email, its wait, and another player's refusal", async () => {
  const app = await copyOf("react-vite");
  for (const command of await commandsOf("react-vite")) await exec(command, { cwd: app, env: npm });
  await used(join(app, "dist"), async (page) => {
    await ask(page, "");
    await expect(page.locator("output")).toHaveText(
      "That doesn’t look like an email or username. Check it and try again.",
    );
    await ask(page, "ada");
    await expect(page.locator("output")).toHaveText(onItsWay);
    await expect(page.getByRole("button", { name: "Send link" })).toBeDisabled();
    assert.equal((await world.mailsTo("ada@example.com")).length, 1);
  });
});

test("yew: an email, a rule, and too much haste", async () => {
  const app = join(root, "examples/yew");
  const options = { cwd: app, env: pathWith(await wasmBindgen()), limitMs: 1_200_000 };
  for (const command of await commandsOf("yew")) await exec(command, options);
  await used(app, async (page) => {
    await ask(page, " ");
    await expect(page.locator("output")).toHaveText("Your email or username must have 1 to 255 characters.");
    for (let count = 1; count <= 3; count++) {
      const answered = page.waitForResponse(/password\/reset\/request/);
      await ask(page, "yuki");
      await answered;
      await expect(page.locator("output")).toHaveText(onItsWay);
    }
    assert.equal((await world.mailsTo("yuki@example.jp")).length, 3);
    await ask(page, "yuki");
    await expect(page.locator("output")).toHaveText(/^Please wait \d+ seconds/);
  });
});

test("yew: its lock file has the wasm-bindgen that the tools here have", async () => {
  const versionIn = async (path) =>
    /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(await readFile(join(root, path), "utf8"))[1];
  assert.equal(
    await versionIn("examples/yew/Cargo.lock"),
    await versionIn("Cargo.lock"),
    "cargo update -p wasm-bindgen --precise …",
  );
});

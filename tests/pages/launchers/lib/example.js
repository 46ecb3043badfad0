// `examples/qt`, copied out of the repository, as its README says: its own program in real Qt 5.15.2.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { qt } from "../../../../scripts/lib/launchers.js";
import { root } from "../../../../scripts/lib/run.js";
import { commandsOf, copyExample, npmEnv } from "../../../support/examples.js";
import { exec } from "../../../support/process.js";
import { projectId } from "../../../support/projects.js";
import { startQtProgram } from "./engines.js";

const LIMIT_MS = 15_000;

export async function testExample({ build, server, check }) {
  const { python, version } = await qt("5.15");
  const folder = join(root, "build", "launchers", `example-${build}`);
  await mkdir(folder, { recursive: true });
  const app = await copyExample("qt");
  const commands = (await commandsOf("qt")).map((command) => command.join(" "));
  await check("example: its README says how to run it", () =>
    assert.deepEqual(commands, [
      "npm install",
      "npm run build",
      "python3 -m venv .venv",
      ".venv/bin/pip install -r requirements.txt",
      ".venv/bin/python launcher.py",
    ]),
  );
  for (const command of commands.slice(0, 2)) await exec(command.split(" "), { cwd: app, env: npmEnv });

  const engine = await startQtProgram("Qt 5.15, Chromium", version, python, [join(app, "launcher.py")]);
  try {
    const look = () =>
      engine.evaluate(`(() => {
        const root = document.querySelector("password-reset-form").shadowRoot;
        const text = (part) => root.querySelector("[part~=" + part + "]").textContent;
        return { label: text("label"), status: text("status"), alert: text("alert"), value: root.querySelector("input").value,
          hasFocus: root.activeElement === root.querySelector("input"),
          isVisible: getComputedStyle(root.querySelector("[part~=label]")).visibility === "visible" };
      })()`);
    const until = async (what, isReached) => {
      let state;
      for (
        const end = Date.now() + LIMIT_MS;
        Date.now() < end;
        await new Promise((resolve) => setTimeout(resolve, 50))
      ) {
        state = await look().catch((error) => error.message);
        if (isReached(state)) return;
      }
      throw new Error(`Never: ${what}. ${JSON.stringify(state)}`);
    };
    const { english } = await import(new URL("../../../../dist/messages.js", import.meta.url).href);
    const { texts } = english;

    await redirectXsollaLogin(engine, server);
    await check("example: the form shows", async () => {
      await until("the label", ({ label, isVisible }) => isVisible && label === texts.username);
      await engine.screenshot(join(folder, "rest.png"));
    });
    await check("example: a player asks for the email", async () => {
      await engine.press("Tab");
      await until("Tab reaches the field", ({ hasFocus }) => hasFocus);
      await engine.type("Lena");
      await until("the name is typed", ({ value }) => value === "Lena");
      await engine.press("Enter");
      await until("the outcome", ({ status }) => status === texts.sent);
      await engine.screenshot(join(folder, "sent.png"));
      const [request, ...more] = server.takeRequests();
      assert.deepEqual(more, []);
      assert.deepEqual(request, {
        name: "204",
        path: "password/reset/request",
        query: { projectId, locale: "en_XX" },
        // Qt sends no origin where LocalContentCanAccessRemoteUrls is set.
        origin: undefined,
        body: { username: "Lena" },
      });
    });
  } finally {
    await engine.stop();
  }
}

/** The engine reaches no other machine: DevTools sends the requests for Xsolla Login to the tests' server. */
async function redirectXsollaLogin(engine, server) {
  engine.on("Fetch.requestPaused", ({ requestId, request }) => {
    const url = request.url.replace("https://login.xsolla.com/api/", `${server.api}204/`);
    engine.send("Fetch.continueRequest", { requestId, url }).catch((error) => console.error(error.message));
  });
  await engine.send("Fetch.enable", { patterns: [{ urlPattern: "https://login.xsolla.com/api/*" }] });
}

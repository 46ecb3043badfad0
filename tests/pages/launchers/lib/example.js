// `examples/qt`, copied out of the repository, as its README says: its own programs in real QtWebEngine.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pywebview, qt, qtPackages } from "../../../../scripts/lib/launchers.js";
import { root } from "../../../../scripts/lib/run.js";
import { commandsOf, copyExample, npmEnv } from "../../../support/examples.js";
import { exec } from "../../../support/process.js";
import { projectId } from "../../../support/projects.js";
import { startQtProgram } from "./engines.js";

const LIMIT_MS = 15_000;

/** The releases that the example is for, and the file with their Python packages. */
export const exampleReleases = { 5.15: "requirements-qt5.txt", 6.11: undefined, 6.12: "requirements.txt" };

let built;

/** Makes one copy for all engines. Returns its folder. */
async function build() {
  const app = await copyExample("qt");
  for (const command of (await commandsOf("qt")).slice(0, 2)) await exec(command, { cwd: app, env: npmEnv });
  return app;
}

export async function testExample({ name, build: kind, server, expected, check }) {
  const release = name.replace("qt-", "");
  const requirements = exampleReleases[release];
  await check("example: its README says how to run it", async () => {
    const commands = (await commandsOf("qt")).map((command) => command.join(" "));
    assert.deepEqual(commands, [
      "npm install",
      "npm run build",
      "python3 -m venv .venv",
      ".venv/bin/pip install -r requirements.txt",
      ".venv/bin/python launcher.py",
    ]);
  });
  if (requirements) {
    await check(`example: ${requirements} has the versions that it is tested with`, async () => {
      const wanted = (await readFile(join(root, "examples/qt", requirements), "utf8")).trim().split("\n");
      const tested = [...qtPackages(release), ...(await pywebview()).pins];
      assert.deepEqual(
        wanted.filter((pin) => !tested.includes(pin)),
        [],
      );
    });
  }
  built ??= build();
  const app = await built;
  const fileOrigin = expected.qtSettings.on.on;
  const programs = {
    "launcher.py": "mygame://app",
    "local_file.py": fileOrigin === "any" ? undefined : fileOrigin,
  };
  for (const [program, origin] of Object.entries(programs)) {
    await testProgram({ name, kind, release, program: join(app, program), origin, server, check });
  }
}

async function testProgram({ name, kind, release, program, origin, server, check }) {
  const what = `example ${program.split("/").at(-1)}`;
  const folder = join(root, "build", "launchers", `${name}-${kind}`, what.replace(" ", "-"));
  await mkdir(folder, { recursive: true });
  const { python, version } = await qt(release);
  const { packages } = await pywebview();
  const engine = await startQtProgram(`Qt ${release}, Chromium`, version, python, [program], { PYTHONPATH: packages });
  try {
    const look = () =>
      engine.evaluate(`(() => {
        const root = document.querySelector("password-reset-form").shadowRoot;
        const text = (part) => root.querySelector("[part~=" + part + "]").textContent;
        return { label: text("label"), status: text("status"), alert: text("alert"), value: root.querySelector("input").value,
          hasFocus: root.activeElement === root.querySelector("input"),
          isVisible: getComputedStyle(root.querySelector("[part~=label]")).visibility === "visible",
          pageFont: getComputedStyle(document.body).fontFamily };
      })()`);
    const until = async (state, isReached) => {
      let seen;
      for (
        const end = Date.now() + LIMIT_MS;
        Date.now() < end;
        await new Promise((resolve) => setTimeout(resolve, 50))
      ) {
        seen = await look().catch((error) => error.message);
        if (isReached(seen)) return seen;
      }
      throw new Error(`Never: ${state}. ${JSON.stringify(seen)}`);
    };
    const { english } = await import(new URL("../../../../dist/messages.js", import.meta.url).href);
    const { texts } = english;

    await redirectXsollaLogin(engine, server);
    await check(`${what}: the form and the page's styles show`, async () => {
      const { pageFont } = await until("the label", ({ label, isVisible }) => isVisible && label === texts.username);
      assert.equal(pageFont, "sans-serif");
      await engine.screenshot(join(folder, "rest.png"));
    });
    await check(`${what}: a player asks for the email`, async () => {
      server.takeRequests();
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
        origin,
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

// `examples/qt`, copied out of the repository, as its README says: its own programs in real QtWebEngine.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pywebview, qtPackages } from "../../../../scripts/lib/launchers.js";
import { root } from "../../../../scripts/lib/run.js";
import { commandsOf, copyExample } from "../../../support/examples.js";
import { exec, until } from "../../../support/process.js";
import { projectId } from "../../../support/projects.js";
import { startQtProgram } from "./engines.js";
import { englishTexts, reach } from "./forms.js";

/** Describes a form in a page that is not the tests'. */
const describing = await readFile(new URL("../pages/form.js", import.meta.url), "utf8");

/** The releases that the example is for, and the file with their Python packages. */
export const exampleReleases = { 5.15: "requirements-qt5.txt", 6.11: undefined, 6.12: "requirements.txt" };

let built;

/** Makes one copy for all engines. Returns its folder. */
async function build() {
  const app = await copyExample("qt");
  for (const command of (await commandsOf("qt")).slice(0, 2)) await exec(command, { cwd: app });
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
      const untested = wanted.filter((pin) => !tested.includes(pin));
      assert.deepEqual(untested, []);
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
  const what = `example ${basename(program)}`;
  const folder = join(root, "build", "launchers", `${name}-${kind}`, what.replace(" ", "-"));
  await mkdir(folder, { recursive: true });
  const engine = await startQtProgram(`Qt ${release}`, release, [program]);
  try {
    const texts = await englishTexts();
    const reaches = (what, isReached) => reach(engine, what, isReached);
    await redirectXsollaLogin(engine, server);
    const isThere = 'document.readyState === "complete" && Boolean(document.querySelector("password-reset-form"))';
    await until("the program shows its page", () => engine.evaluate(isThere).catch(() => false));
    await engine.evaluate(`(() => { ${describing}; window.form = document.querySelector("password-reset-form"); })()`);
    await check(`${what}: the form and the page's styles show`, async () => {
      await reaches("the label", (state) => state.texts.label === texts.username);
      assert.equal(await engine.evaluate("getComputedStyle(document.body).fontFamily"), "sans-serif");
      await engine.screenshot(join(folder, "rest.png"));
    });
    await check(`${what}: a player asks for the email`, async () => {
      server.takeRequests();
      await engine.press("Tab");
      await reaches("Tab reaches the field", ({ focus }) => focus === "input");
      await engine.type("Lena");
      await reaches("the name is typed", ({ value }) => value === "Lena");
      await engine.press("Enter");
      await reaches("the outcome", (state) => state.texts.status === texts.sent);
      await engine.screenshot(join(folder, "sent.png"));
      const query = { projectId, locale: "en_XX" };
      const body = { username: "Lena" };
      const request = { name: "204", path: "password/reset/request", query, origin, body };
      assert.deepEqual(server.takeRequests(), [request]);
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

// The desktop entry of the guide, on a desktop: with GLib as in GNOME, and without a desktop environment.

import assert from "node:assert/strict";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { until } from "../../support/process.js";
import { readSnippets } from "../../support/snippets.js";
import { startDesktop } from "./desktop.js";

const desktop = await startDesktop();
after(() => desktop.stop());
const { HOME, XDG_DATA_HOME } = desktop.env;

const launcher = join(HOME, "launcher");
const received = join(HOME, "received");
await writeFile(launcher, `#!/bin/sh\nprintf '%s\\n' "$#" "$@" > ${received}.new; mv ${received}.new ${received}\n`);
await chmod(launcher, 0o755);

const applications = join(XDG_DATA_HOME, "applications");
const entry = join(applications, "mygame.desktop");
await mkdir(applications, { recursive: true });
const code = (await readSnippets()).get("mygame.desktop");
assert.match(code, /^Exec=\/opt\/my-game\/launcher %u$/m);
await writeFile(entry, code.replace("/opt/my-game/launcher", launcher));

test("the entry is valid, and xdg-mime makes it the program for its scheme", async () => {
  assert.equal(await desktop.run("desktop-file-validate", entry), "");
  await desktop.run("xdg-mime", "default", "mygame.desktop", "x-scheme-handler/mygame");
  assert.equal(await desktop.run("xdg-mime", "query", "default", "x-scheme-handler/mygame"), "mygame.desktop");
});

for (const [where, env] of [
  ["in a desktop environment", "XDG_CURRENT_DESKTOP=GNOME"],
  ["without a desktop environment", "XDG_CURRENT_DESKTOP="],
]) {
  test(`a link arrives as the only argument ${where}`, async () => {
    await writeFile(received, "");
    await desktop.run("env", env, "xdg-open", "mygame://signed-out");
    await until("the link has arrived", async () => (await readFile(received, "utf8")) === "1\nmygame://signed-out\n");
  });
}

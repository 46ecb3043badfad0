// The example, installed and compiled as its README says, and driven in a window.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { By } from "selenium-webdriver";
import { root } from "../../../scripts/lib/run.js";
import { startWebKitGtk } from "../../support/browsers.js";
import { commandsOf, copyExample } from "../../support/examples.js";
import { exec } from "../../support/process.js";

/** Compiling Tauri takes minutes, so the results of it stay with the example. */
const target = join(root, "examples/tauri/src-tauri/target");
const pictures = join(root, "test-results/screenshots/tauri");
const xsollaLogin = "https://login.xsolla.com";

/** Copies the example, runs its unit tests, and compiles it with `origin` in place of Xsolla Login. Returns the program. */
export async function compile(origin) {
  // Always in the same folder: Cargo keeps the results for each folder.
  const folder = join(root, "build/examples");
  await rm(join(folder, "tauri"), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const app = await copyExample("tauri", folder);
  const [install, start, ...more] = await commandsOf("tauri");
  const commands = [install, start].map((command) => command.join(" "));
  if (more.length > 0 || commands.join() !== "npm install,cargo run --manifest-path src-tauri/Cargo.toml") {
    throw new Error(`The README of the example says ${commands.join(" and ")}`);
  }
  const cargo = (verb) => {
    const command = start.map((word) => (word === "run" ? verb : word));
    return exec([...command, "--locked"], { cwd: app, env: { CARGO_TARGET_DIR: target }, limitMs: 2_400_000 });
  };
  await exec(install, { cwd: app });
  console.log(await cargo("test"));
  for (const file of ["ui/page.js", "src-tauri/tauri.conf.json", "src-tauri/src/bridge.rs"]) {
    const text = await readFile(join(app, file), "utf8");
    if (!text.includes(xsollaLogin)) throw new Error(`${file} does not name ${xsollaLogin}`);
    await writeFile(join(app, file), text.replaceAll(xsollaLogin, origin));
  }
  await cargo("build");
  return join(target, "debug/password-reset-in-tauri");
}

/** Opens the launcher on a desktop: with this command, or as a program. */
export async function open([program, ...args], desktop) {
  // Without it, Tauri does not let WebDriver control its window.
  const env = { ...desktop.env, TAURI_WEBVIEW_AUTOMATION: "true" };
  const { driver, stop, output } = await startWebKitGtk("wry", program, { args, env });
  await mkdir(pictures, { recursive: true });
  const find = (selector) => driver.findElement(By.css(selector));

  return {
    driver,
    stop,
    output,

    /** Submits the form, and returns the outcome that it shows. */
    async submit(username, { throughLauncher }) {
      const [field, box] = [await find("[name=username]"), await find("[name=bridge]")];
      await field.clear();
      await field.sendKeys(username);
      if ((await box.isSelected()) !== throughLauncher) await box.click();
      await driver.executeScript('document.querySelector("output").value = ""');
      await (await find("button")).click();
      const outcome = () => driver.executeScript('return document.querySelector("output").value');
      await driver.wait(async () => !/^$|^One moment/.test(await outcome()), 60_000, "no outcome");
      return outcome();
    },

    /** Goes back from the sign-in form. */
    async showLostPassword() {
      await (await find("[name=forgotten]")).click();
    },

    /** Calls a function in the page, and returns its result, or `{ error }`. */
    async call(run, ...args) {
      await driver.manage().setTimeouts({ script: 60_000 });
      return driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         const run = ${run};
         (async () => run(...[...arguments].slice(0, -1)))().then(done, (error) => done({ error: String(error?.message ?? error) }));`,
        ...args,
      );
    },

    /** Saves a picture, for a person to look at. */
    async picture(name) {
      await writeFile(join(pictures, `${name}.png`), await driver.takeScreenshot(), "base64");
    },
  };
}

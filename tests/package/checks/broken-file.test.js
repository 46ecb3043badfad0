// A file that was read in a wrong charset, or cut short: the error says so, and the next call tries again.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { parse } from "acorn";
import { makeTempDir } from "../../support/temp-dir.js";
import { read } from "./packed.js";

const folder = await makeTempDir();
const whole = await read("dist/index.js");

/** The longest text in the file: the WebAssembly. */
const text = (() => {
  let longest = { start: 0, end: 0 };
  JSON.stringify(parse(whole, { ecmaVersion: 2022, sourceType: "module" }), (_, node) => {
    const isText = node?.type === "Literal" || node?.type === "TemplateElement";
    if (isText && node.end - node.start > longest.end - longest.start) longest = node;
    return node;
  });
  return longest;
})();

for (const [what, code] of [
  ["read as windows-1252", new TextDecoder("windows-1252").decode(new TextEncoder().encode(whole))],
  ["cut short", `${whole.slice(0, text.start)}${JSON.stringify("\0asm".padEnd(20_000))}${whole.slice(text.end)}`],
  ["cut to nothing", `${whole.slice(0, text.start)}""${whole.slice(text.end)}`],
]) {
  test(what, async () => {
    const file = join(folder, `${what}.mjs`);
    await writeFile(file, code);
    const { isPasswordResetError, preload, requestPasswordReset } = await import(pathToFileURL(file).href);
    const instantiate = /** @type {(...args: any[]) => Promise<any>} */ (WebAssembly.instantiate);
    let attempts = 0;
    WebAssembly.instantiate = (...args) => {
      attempts++;
      return instantiate(...args);
    };
    for (const call of [preload, requestPasswordReset, preload]) {
      await assert.rejects(call(), (/** @type {any} */ error) => {
        assert.ok(isPasswordResetError(error));
        assert.equal(error.kind, "not_loaded");
        assert.match(error.message, /charset.*truncated/);
        return true;
      });
    }
    WebAssembly.instantiate = instantiate;
    assert.equal(attempts, 0, "broken bytes are never compiled");
  });
}

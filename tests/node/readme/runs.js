// The snippets that need no browser, each with a test. `fetch` is replaced, so that nothing is sent.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/lib/run.js";
import { projectId } from "../../support/projects.js";
import { replacing } from "../calls/outcome.js";

/** Runs `action` while `fetch` returns these responses, one after the other. Returns the requests. */
async function withResponses(responses, action) {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url: new URL(url), body: JSON.parse(init.body) });
    return responses.shift();
  };
  await replacing(globalThis, { fetch }, action);
  return sent;
}

const accepted = () => new Response(null, { status: 204 });
const unknownUser = () => Response.json({ error: { code: "003-002", description: "…" } }, { status: 404 });

let count = 0;
/** Imports a snippet as a module. Its file is in this repository, where the name of the package resolves to `dist/`. */
async function load(code) {
  const folder = join(root, "build/snippets");
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${count++}.mjs`);
  await writeFile(file, code);
  return import(pathToFileURL(file).href);
}

/** Each takes the snippet's code. */
export const runs = {
  "call.js": async (code) => {
    const [{ url, body }, ...more] = await withResponses([accepted()], () => load(code));
    assert.equal(url.href, `https://login.xsolla.com/api/password/reset/request?projectId=${projectId}`);
    assert.deepEqual(body, { username: "player@example.com" });
    assert.deepEqual(more, []);
  },

  "outcomes.js": async (code) => {
    /** @type {[username: string, status: number, headers: Record<string, string>, expected: RegExp][]} */
    const outcomes = [
      ["John", 204, {}, /^show: If an account matches/],
      ["", 204, {}, /^showIssues: .*username/],
      ["John", 429, { "Retry-After": "7" }, /^showWait: 7000$/],
      ["John", 429, {}, /^showWait: 60000$/],
      ["John", 502, {}, /^show: That did not work/],
    ];
    for (const [username, status, headers, expected] of outcomes) {
      const shown = [];
      const shows = (name) => [
        name,
        (value) => shown.push(`${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`),
      ];
      // What the snippet leaves to the reader.
      const names = {
        projectId,
        username,
        loginUrl: "https://example.com/",
        ...Object.fromEntries(["show", "showIssues", "showWait"].map(shows)),
      };
      // It returns what it shows, so it is the body of a function.
      const module = code.replace(/^(import .*?;\n)(.*)$/s, "$1await (async () => {\n$2})();");
      await withResponses([new Response(null, { status, headers })], () =>
        replacing(globalThis, names, () => load(module)),
      );
      assert.equal(shown.length, 1);
      assert.match(shown[0], expected);
    }
  },

  "ask-for-reset.js": async (code) => {
    const { askForReset } = await load(code);
    const texts = [];
    const sent = await withResponses([accepted(), unknownUser()], async () => {
      for (const username of ["John", "nobody", ""]) texts.push(await askForReset(username));
    });
    assert.deepEqual(
      sent.map(({ body }) => body),
      [{ username: "John" }, { username: "nobody" }],
    );
    assert.match(texts[0], /^If an account matches/);
    assert.match(texts[1], /If an account matches/);
    assert.match(texts[2], /^That doesn’t look like an email or username/);
  },

  "set-new-password.js": async (code) => {
    const { setNewPassword } = await load(code);
    const address = `https://example.com/new-password?reset_code=a+b/c=&user_id=${projectId}`;
    const [{ url, body }] = await withResponses([accepted()], () => setNewPassword("battery staple", address));
    assert.equal(url.href, `https://login.xsolla.com/api/password/reset/confirm?projectId=${projectId}`);
    assert.deepEqual(body, { new_password: "battery staple", reset_code: "a+b/c=", user_id: projectId });
    await assert.rejects(setNewPassword("short", address), { kind: "invalid_input" });
  },

  // The launcher itself is not available here: this checks what its README requires of the two settings.
  "config.json": async (code) => {
    const { restore_password_link: link, html_tabs: tabs, ...more } = JSON.parse(code);
    assert.deepEqual(more, {});
    assert.equal(new URL(link).protocol, "https:");
    assert.equal(tabs.length, 1);
    for (const { name, url } of tabs) {
      assert.ok(name.length > 0 && name.length < 15, name);
      assert.equal(url, link);
    }
  },

  // Windows and macOS are not available here: these check what their documentation requires.
  "mygame.reg": async (code) => {
    const [first, ...lines] = code.split("\n").filter(Boolean);
    assert.equal(first, "Windows Registry Editor Version 5.00");
    /** The values by key, as the registry stores them. */
    const keys = {};
    let key;
    for (const line of lines) {
      const [, name] = /^\[HKEY_CURRENT_USER\\Software\\Classes\\(.+)\]$/.exec(line) ?? [];
      if (name) key = keys[name] = {};
      else Object.assign(key, JSON.parse(`{${line.replace(/^@/, '""').replace("=", ":")}}`));
    }
    assert.deepEqual(keys, {
      mygame: { "": "URL:My Game", "URL Protocol": "" },
      "mygame\\shell\\open\\command": { "": '"C:\\Program Files\\My Game\\launcher.exe" "%1"' },
    });
  },
  "Info.plist": async (code) => {
    const [schemes, ...more] = code.split("<key>CFBundleURLSchemes</key>").slice(1);
    assert.deepEqual(more, []);
    assert.match(code, /^<key>CFBundleURLTypes<\/key>\n<array>\n\s*<dict>/);
    assert.match(schemes, /^\s*<array>\s*<string>mygame<\/string>\s*<\/array>/);
    const tags = [...code.matchAll(/<(\/?)(\w+)>/g)];
    const open = [];
    for (const [, slash, name] of tags) {
      if (slash) assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.deepEqual(open, []);
  },

  // Parts of the examples, which have tests of their own.
  "way-home.js": async (code) => {
    assert.ok((await readFile(join(root, "examples/electron/way-home.js"), "utf8")).includes(code));
  },
  "way_home.rs": async (code) => {
    assert.ok((await readFile(join(root, "examples/tauri/src-tauri/src/way_home.rs"), "utf8")).includes(code));
  },
  "deep-link.json": async (code) => {
    const { plugins } = JSON.parse(await readFile(join(root, "examples/tauri/src-tauri/tauri.conf.json"), "utf8"));
    assert.deepEqual(JSON.parse(code), { plugins });
  },

  "against-local-server.js": async (code) => {
    const [{ url }] = await withResponses([accepted()], () => load(code));
    assert.equal(url.href, `http://localhost:8001/api/password/reset/request?projectId=${projectId}`);
  },
};

// The module that `wasm-pack build --target web` makes of the crate behaves as a client written by hand, as the package does.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { compare } from "../pages/hostile/page/compare.js";

test("1,000 generated calls have the same outcome", async () => {
  const folder = new URL("../../build/raw-module/", import.meta.url);
  const raw = await import(new URL("xsolla_password_reset.js", folder).href);
  const api = {
    ...raw,
    preload: async () =>
      raw.default({ module_or_path: await readFile(new URL("xsolla_password_reset_bg.wasm", folder)) }),
    isPasswordResetError: (error) => error instanceof raw.PasswordResetError,
  };
  const { ends, problems } = await compare(api, globalThis, { seed: 20_261_129, to: 1_000 });
  assert.deepEqual(problems, []);
  // 204 resolves, and the time limit and a signal end a call.
  for (const kind of ["resolved", "invalid_input", "rejected", "unexpected_response", "timeout", "aborted"])
    assert.ok(ends[kind] >= 5, `${kind}: ${ends[kind]}`);
});

// Thousands of hostile arguments in real browsers: each call settles once, rejects only with a structured error, and ends as
// that of the client written by hand, `tests/node/calls/by-hand.js`.
//
//   node tests/pages/hostile/run.js chromium firefox
//   HOSTILE_SEED=7 node tests/pages/hostile/run.js webkit                        other cases
//   HOSTILE_SEED=7 HOSTILE_CASE=4711 node tests/pages/hostile/run.js firefox     one of them

import assert from "node:assert/strict";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../../scripts/lib/run.js";
import { inBrowsers } from "../../support/browsers.js";

const COUNT = 5000;
const seed = Number(process.env.HOSTILE_SEED ?? 1);
const only = process.env.HOSTILE_CASE;
const [from, to] = only === undefined ? [0, COUNT] : [Number(only), Number(only) + 1];

// With fast-check. The package stays as it is.
const script = "build/hostile.js";
await build({
  entryPoints: [join(root, "tests/pages/hostile/page/run.js")],
  outfile: join(root, script),
  bundle: true,
  format: "esm",
  external: ["/dist/*"],
});
inBrowsers(async (browser) => {
  const { ends, problems } = await browser.call(`/${script}`, "run", seed, from, to);
  const { count, problems: polluted } =
    only === undefined ? await browser.call(`/${script}`, "pollute") : { count: 0, problems: [] };
  problems.push(...polluted);
  const summary = Object.entries(ends)
    .sort(([, a], [, b]) => b - a)
    .map(([end, count]) => `${count} ${end}`);
  console.log(
    `${browser.name}, seed ${seed}: ${to - from} hostile calls: ${summary.join(", ")}; ${count} on polluted pages`,
  );
  assert.deepEqual(problems, []);
});

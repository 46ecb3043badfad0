// Thousands of hostile arguments, in real browsers: each call settles once, with one structured error or none.
//
//   node tests/pages/hostile/run.js chromium firefox
//   HOSTILE_SEED=7 node tests/pages/hostile/run.js webkit                        other cases
//   HOSTILE_SEED=7 HOSTILE_CASE=4711 node tests/pages/hostile/run.js firefox     one of them

import { root } from "../../../scripts/lib/run.js";
import { inEngines } from "../../support/engines.js";
import { serve } from "../../support/server.js";

const COUNT = 5000;
const seed = Number(process.env.HOSTILE_SEED ?? 1);
const only = process.env.HOSTILE_CASE;
const [from, to] = only === undefined ? [0, COUNT] : [Number(only), Number(only) + 1];

const site = await serve(root);
await inEngines(process.argv.slice(2), async (engine) => {
  await engine.open(`${site.url}tests/support/page/index.html`);
  const { ends, wrong } = await engine.call("/tests/pages/hostile/page/run.js", "run", seed, from, to);
  const { count, wrong: polluted } =
    only === undefined
      ? await engine.call("/tests/pages/hostile/page/pollution.js", "pollute")
      : { count: 0, wrong: [] };
  wrong.push(...polluted);
  const told = Object.entries(ends)
    .sort(([, a], [, b]) => b - a)
    .map(([end, count]) => `${count} ${end}`);
  console.log(
    `${wrong.length > 0 ? "✗" : "✓"} ${engine.name}, seed ${seed}: ${to - from} hostile calls: ${told.join(", ")}; ${count} on polluted pages`,
  );
  for (const sentence of wrong) console.error(`  ✗ ${sentence}`);
  if (wrong.length > 0) process.exitCode = 1;
});
site.close();

// Measures the package and the libraries that it is compared with:
//
//   npm run bench                                    everything; writes results.json and RESULTS.md
//   node bench/run.js sizes|time|memory              prints one part
//
// `BENCH_ROUNDS` sets how often each time is measured.

import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../scripts/build.js";
import { printStep } from "../scripts/lib/run.js";
import { sizes } from "../scripts/lib/sizes.js";
import { npmPackages } from "../scripts/lib/tools.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const parts = ["sizes", "time", "memory"];
// With 15, the medians of two runs differed by a tenth on a shared machine.
const rounds = Number(process.env.BENCH_ROUNDS) || 31;
const requested = process.argv[2];
if (requested && !parts.includes(requested)) throw new Error(`The parts are: ${parts.join(", ")}`);

await npmPackages({ folder: here, args: ["--ignore-scripts"], why: "the libraries that the package is compared with" });
// The published build is measured. Of the build with stable Rust, only the size is reported.
await build({ release: false });
const stable = sizes()["index.js"];
await build({ release: true });

const start = Date.now();
const load = loadavg()[0].toFixed(1);
const measured = await measure(requested ? [requested] : parts);
const { report } = await import("./lib/report.js");
const results = {
  date: new Date().toISOString().slice(0, 10),
  minutes: Math.ceil((Date.now() - start) / 60_000),
  ...measured,
};
console.log(`\n${report(results)}`);
if (!requested) {
  writeFileSync(join(here, "results.json"), `${JSON.stringify(results, rounded, 1)}\n`);
  writeFileSync(join(here, "RESULTS.md"), report(results));
}

/** Six significant digits: the rest is noise. */
function rounded(_, value) {
  return typeof value === "number" ? Number(value.toPrecision(6)) : value;
}

async function measure(wanted) {
  const { measureSizes, publishedSizes } = await import("./lib/sizes.js");
  const { bundles, ...bundled } = await measureSizes();
  const { version } = bundled.rows.find(({ name }) => name === "ours");
  const versions = [`xsolla-password-reset ${version}`, `Node ${process.versions.node}`];
  /** @type {Record<string, any>} */
  const results = { versions };
  if (wanted.includes("sizes")) results.sizes = { ...bundled, published: publishedSizes(stable) };
  if (wanted.some((part) => part !== "sizes")) {
    versions.push(
      ...(await measureInBrowsers(wanted, bundles, results)),
      `${cpus().length} cores, with a load of ${load} at the start`,
    );
  }
  return results;
}

/** Adds to `results`; returns the browsers' names and versions. */
async function measureInBrowsers(wanted, bundles, results) {
  const { serve } = await import("./lib/server.js");
  const { openChromium, openFirefox } = await import("./lib/browsers.js");
  const server = await serve(bundles);
  const chromium = await openChromium();
  const firefox = await openFirefox();
  const browsers = { chromium, firefox, origin: server.origin };
  try {
    if (wanted.includes("time")) {
      const { timeCalls, timeLoads } = await import("./lib/time.js");
      printStep("From import() to the first settled call");
      const loads = await timeLoads(browsers, rounds);
      printStep("One call");
      results.time = { loads, calls: await timeCalls(browsers, rounds) };
    }
    if (wanted.includes("memory")) {
      const { counts, measureMemory } = await import("./lib/memory.js");
      printStep("Memory");
      results.memory = { memory: await measureMemory(browsers), counts };
    }
  } finally {
    await chromium.stop();
    await firefox.stop();
    server.stop();
  }
  return [chromium.name, firefox.name];
}

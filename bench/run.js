// Measures the package beside its peers:
//
//   npm run bench                                    everything; writes RESULTS.md and the plots
//   node bench/run.js sizes|time|memory|growth       prints one part
//
// `BENCH_ROUNDS` is how often each time is taken.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "../scripts/build.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const parts = ["sizes", "time", "memory", "growth"];
const rounds = Number(process.env.BENCH_ROUNDS) || 15;
const asked = process.argv[2];
if (asked && !parts.includes(asked)) throw new Error(`Which part? ${parts.join(", ")}`);

installPeers();
// What is published is measured; of the build with stable Rust, the size is told.
const { sizes } = await import("../scripts/lib/sizes.js");
await build();
const stable = sizes()["index.js"];
process.env.RELEASE = "1";
await build();
const began = Date.now();
const busy = loadavg()[0].toFixed(1);
const { results, aims, versions } = await measure(asked ? [asked] : parts);
const report = await import("./lib/report.js");
const sections = parts.filter((part) => results[part]).map((part) => report[`${part}Section`](results[part]));
const minutes = Math.ceil((Date.now() - began) / 60_000);
const head = report.headSection({ date: new Date().toISOString().slice(0, 10), minutes, versions });
const text = [head, report.aimsSection(aims), ...sections].join("\n\n");
console.log(`\n${text}\n`);
if (!asked) {
  const { sizesPlot, timePlot } = await import("./lib/plot.js");
  writeFileSync(`${here}RESULTS.md`, `${text}\n`);
  writeFileSync(`${here}sizes.svg`, sizesPlot(results.sizes));
  writeFileSync(`${here}time.svg`, timePlot(results.time));
}

/** The peers, and what drives the browsers, from `package-lock.json`. */
function installPeers() {
  const installed = `${here}node_modules/.package-lock.json`;
  const { packages } = JSON.parse(readFileSync(`${here}package-lock.json`, "utf8"));
  const there = existsSync(installed) ? JSON.parse(readFileSync(installed, "utf8")).packages : {};
  const isMissing = ([path, { version, optional }]) => path && !optional && there[path]?.version !== version;
  if (!Object.entries(packages).some(isMissing)) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
}

async function measure(wanted) {
  const { measureSizes, publishedSizes } = await import("./lib/sizes.js");
  const { sameBehaviour } = await import("./lib/same.js");
  const aimsOf = await import("./lib/aims.js");

  const compared = await sameBehaviour(await import("../dist/index.js"), await import("./by-hand.js"));
  say(`The hand-written client does the same in ${compared} calls`);
  const { bundles, rows } = await measureSizes();
  const { version } = rows.find(({ name }) => name === "ours");
  const versions = [`xsolla-password-reset ${version}`, `Node ${process.versions.node}`];
  const results = {};
  if (wanted.includes("sizes")) results.sizes = { rows, published: publishedSizes(stable) };
  if (wanted.some((part) => part !== "sizes")) {
    versions.push(
      ...(await measureInBrowsers(wanted, bundles, results)),
      `${cpus().length} cores, with a load of ${busy} when it began`,
    );
  }
  const aims = parts.filter((part) => results[part]).flatMap((part) => aimsOf[`${part}Aims`](results[part]));
  return { results, aims, versions };
}

/** Adds to `results`; returns the browsers' names. */
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
      say("From import() to the first settled call");
      const loads = await timeLoads(browsers, rounds);
      say("One call");
      results.time = { loads, calls: await timeCalls(browsers, rounds) };
    }
    if (wanted.includes("growth")) {
      const { measureGrowth } = await import("./lib/growth.js");
      say("Growth");
      results.growth = { growth: await measureGrowth(browsers, rounds) };
    }
    if (wanted.includes("memory")) {
      const { counts, measureMemory } = await import("./lib/memory.js");
      say("Memory");
      results.memory = { memory: await measureMemory(browsers), counts };
    }
  } finally {
    await chromium.stop();
    await firefox.stop();
    server.stop();
  }
  return [chromium.name, firefox.name];
}

function say(text) {
  console.log(`▸ ${text}`);
}

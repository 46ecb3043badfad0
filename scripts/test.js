// Installs the tools for testing, and runs all parts of the tests or only the named ones.
//
//   npm test
//   npm test -- lint firefox
//   npm test -- --list          prints the parts
//   npm test -- --list --json   the names of those that run by default, for the CI's matrix

import { availableParallelism } from "node:os";
import { buildIfChanged } from "./build.js";
import { parts } from "./lib/parts.js";
import { capture, printStep, root, run } from "./lib/run.js";
import { runTasks } from "./lib/schedule.js";
import { npmPackages, wasmBindgen, wasmTarget } from "./lib/tools.js";

const args = process.argv.slice(2);
if (args.includes("--list")) {
  const byDefault = parts.filter(({ onDemand }) => !onDemand);
  if (args.includes("--json")) console.log(JSON.stringify(byDefault.map(({ name }) => name)));
  else
    for (const { name, shows, onDemand } of parts)
      console.log(`${name.padEnd(17)} ${onDemand ? "(only when named) " : ""}${shows}`);
  process.exit(0);
}
const unknown = args.filter((arg) => !parts.some(({ name }) => name === arg));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. The parts are:`);
  console.error(parts.map(({ name }) => name).join(", "));
  process.exit(2);
}
const chosen = parts.filter(({ name, onDemand }) => (args.length > 0 ? args.includes(name) : !onDemand));

await npmPackages();
await wasmTarget();
const broken = await installTools();

const results = await runTasks(tasksOf(chosen), Math.min(2, availableParallelism()));
const shows = new Map(chosen.map((part) => [part.name, part.shows]));
const failed = results.filter(({ failure }) => failure);
printStep("Summary");
for (const { name, seconds, failure } of results) {
  const line = `${name.padEnd(17)} ${`${seconds} s`.padStart(6)}  ${failure || (shows.get(name) ?? "")}`;
  console.log(`${failure ? "✗" : "✓"} ${line.trimEnd()}`);
}
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * Installs the tools of all chosen parts, one after the other: apt and cargo cannot install side by side. Returns why a
 * tool could not be installed.
 */
async function installTools() {
  /** @type {Map<() => Promise<unknown>, string>} */
  const broken = new Map();
  const builds = chosen.some(({ dist, builds, locks }) => dist || builds || locks) ? [wasmBindgen] : [];
  for (const tool of new Set([...builds, ...chosen.flatMap((part) => part.tools ?? [])])) {
    await tool().catch((error) => broken.set(tool, error.message));
  }
  return broken;
}

/**
 * The parts as tasks, and the builds that they need. The release parts come after all others, because there is one
 * `dist/`.
 */
function tasksOf(chosen) {
  const made = new Map(chosen.filter(({ builds }) => builds).map(({ name, builds }) => [builds, name]));
  const buildFor = (kind) => made.get(kind) ?? `${kind} build`;
  const usesRelease = ({ dist, builds }) => dist === "release" || builds === "release";
  const stable = chosen.filter((part) => !usesRelease(part));
  const stableNames = [buildFor("stable"), ...stable.map(({ name }) => name)];

  const partTask = (part) => ({
    name: part.name,
    run: () => runPart(part),
    locks: part.locks,
    alone: Boolean(part.alone),
    needs: part.dist ? [buildFor(part.dist)] : [],
    after: usesRelease(part) ? stableNames : [],
  });
  const buildTask = (kind) => ({
    name: buildFor(kind),
    run: () => buildIfChanged({ release: kind === "release" }),
    locks: ["cargo"],
    needs: [],
    after: kind === "release" ? stableNames : [],
  });
  const missing = (kind) => !made.has(kind) && chosen.some(({ dist }) => dist === kind);
  return [
    ...(missing("stable") ? [buildTask("stable")] : []),
    ...stable.map(partTask),
    ...(missing("release") ? [buildTask("release")] : []),
    ...chosen.filter(usesRelease).map(partTask),
  ];
}

/** Runs the commands of a part. Its output is shown when it ends, unless it is the only one. */
async function runPart({ name, shows, run: commands, dist, tools = [] }) {
  const reason = tools.map((tool) => broken.get(tool)).find(Boolean);
  if (reason) throw new Error(reason);
  // An empty string counts as not set.
  const env = { RELEASE: dist === "release" ? "1" : "" };
  if (chosen.length === 1) {
    printStep(`${name}: ${shows}`);
    for (const [program, ...args] of commands) await run(program, args, { env });
    return;
  }
  console.log(`… ${name}: ${shows}`);
  let shown = "";
  let failure = "";
  for (const [program, ...args] of commands) {
    const { isOk, output } = await capture(program, args, { env });
    shown += output;
    if (!isOk) failure = `${[program.replace(root, ""), ...args].join(" ")} failed`;
    if (failure) break;
  }
  printStep(`${failure ? "✗" : "✓"} ${name}: ${shows}`);
  console.log(shown.trim());
  if (failure) throw new Error(failure);
}

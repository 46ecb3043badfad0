// Installs the tools for testing, and runs all parts of the tests or only the named ones.
//
//   npm test
//   npm test -- lint firefox
//   npm test -- --list          prints the parts
//   npm test -- --list --json   the names of those that run by default, for the CI's matrix
//   npm run check               the parts that need neither a build nor a browser

import { availableParallelism } from "node:os";
import { parts } from "./lib/parts.js";
import { printStep, run } from "./lib/run.js";
import { runTasks } from "./lib/schedule.js";
import { nodeJs, nodeVersions, npmPackages, pathWith, wasmBindgen, wasmTarget } from "./lib/tools.js";

const args = process.argv.slice(2);
const byDefault = parts.filter(({ onDemand }) => !onDemand);
if (args.includes("--list")) {
  if (args.includes("--json")) console.log(JSON.stringify(byDefault.map(({ name }) => name)));
  else
    for (const { name, shows, onDemand } of parts)
      console.log(`${name.padEnd(17)} ${onDemand ? "(only when named) " : ""}${shows}`);
  process.exit(0);
}
const isCheck = args[0] === "--check";
const unknown = args.slice(isCheck ? 1 : 0).filter((arg) => !parts.some(({ name }) => name === arg));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. The parts are: ${parts.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const named = isCheck ? parts.filter(({ check }) => check) : parts.filter(({ name }) => args.includes(name));
const chosen = named.length > 0 ? named : byDefault;
// The builds that they test are made, unless they are there.
const implied = parts.filter(
  (part) => !chosen.includes(part) && chosen.some(({ dist }) => dist && dist === part.builds),
);
const withBuilds = parts.filter((part) => chosen.includes(part) || implied.includes(part));

const begin = Date.now();
await npmPackages();
await wasmTarget();
const broken = await installTools();
const results = await runTasks(withBuilds, runPart, Math.min(2, availableParallelism()));
const failed = results.filter(({ failure }) => failure);
if (!isCheck) printStep("Summary");
for (const { task, seconds, failure } of isCheck ? [] : results)
  console.log(`${failure ? "✗" : "✓"} ${task.name.padEnd(17)} ${`${seconds} s`.padStart(6)}  ${failure || task.shows}`);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
if (isCheck) console.log(`in ${Math.round((Date.now() - begin) / 1000)} s. Before you open a pull request: npm test`);
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * Installs the tools of all chosen parts, one after the other: apt and cargo cannot install side by side. Returns why a
 * tool could not be installed.
 */
async function installTools() {
  if (!isCheck) for (const version of new Set(withBuilds.map(nodeOf))) await nodeJs(version);
  /** @type {Map<() => Promise<unknown>, string>} */
  const broken = new Map();
  const builds = withBuilds.some((part) => part.builds || (part.cargo && !part.check)) ? [wasmBindgen] : [];
  for (const tool of new Set([...builds, ...withBuilds.flatMap(({ tools = [] }) => tools)]))
    await tool().catch((error) => broken.set(tool, error.message));
  return broken;
}

function nodeOf({ node = "usual" }) {
  return nodeVersions[node];
}

/** Runs the commands of a part. Its output is shown when it ends, unless it is the only one. */
async function runPart(part) {
  const { name, shows, tools = [], dist } = part;
  const reason = tools.map((tool) => broken.get(tool)).find(Boolean);
  if (reason) throw new Error(reason);
  const quiet = chosen.length > 1;
  // An empty string counts as not set.
  const env = { RELEASE: dist === "release" ? "1" : "", ...(isCheck ? {} : pathWith(await nodeJs(nodeOf(part)))) };
  const options = { env, quiet };
  if (!isCheck) printStep(`${name}: ${shows}`);
  let output = "";
  let failure = null;
  for (const [program, ...args] of part.run) {
    if (failure) break;
    const flags = implied.includes(part) ? ["--if-changed"] : [];
    output += await run(program, [...args, ...flags], options).catch((error) => {
      failure = error;
      return error.output ?? "";
    });
  }
  if (quiet) console.log(`\n${failure ? "✗" : "✓"} ${name}: ${shows}`);
  if (quiet && (failure || !isCheck)) console.log(output.trim());
  if (failure) throw failure;
}

// Installs the tools for testing, and runs all parts of the tests or only the named ones.
//
//   npm test
//   npm test -- lint firefox
//   npm test -- demo -- --grep focus    what follows goes to the last command of the part
//   npm test -- --list                  prints the parts, and what they need
//   npm test -- --list --json           the names of those that run by default, for the CI's matrix
//   npm run check                       parts that need neither a build nor a browser; only failures are shown

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parts } from "./lib/parts.js";
import { printStep, root, run } from "./lib/run.js";
import { runTasks } from "./lib/schedule.js";
import { npmPackages, pathWith, wasmTarget } from "./lib/tools.js";

const [args, more] = [process.argv.slice(2), []];
if (args.includes("--")) more.push(...args.splice(args.indexOf("--")).slice(1));
const [list, json, brief] = ["--list", "--json", "--brief"].map((flag) => args.includes(flag));
const names = args.filter((arg) => !arg.startsWith("--"));
const byDefault = parts.filter(({ onDemand }) => !onDemand);
if (list) {
  if (json) console.log(JSON.stringify(byDefault.map(({ name }) => name)));
  else for (const { name, needs } of parts) console.log(name.padEnd(17), needs.join(", "));
  process.exit(0);
}
const unknown = names.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. The parts are: ${parts.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const chosen = names.length > 0 ? parts.filter(({ name }) => names.includes(name)) : byDefault;
// The builds that they test are made, unless they are there.
const isImplied = (part) => !chosen.includes(part) && chosen.some(({ dist }) => dist && dist === part.builds);
const all = parts.filter((part) => chosen.includes(part) || isImplied(part));

// npx sets it to start this script, and would take it for that of each npx in here.
delete process.env.npm_config_package;
await npmPackages();
await wasmTarget();
Object.assign(process.env, pathWith(join(root, "node_modules/.bin")));
// One tool after the other: apt and cargo cannot install side by side.
const broken = new Map();
for (const tool of new Set(all.flatMap(({ tools }) => tools))) await tool().catch((error) => broken.set(tool, error));

const failures = [];
// One more than there are cores, because parts wait for timers, engines and disks half of the time.
const results = await runTasks(all, runPart, Math.min(3, availableParallelism() + 1));
// At the end of the log, where a reader looks for them.
for (const { name, output } of failures) console.log(`\n✗ ${name}\n${output.trim()}`);
printStep("Summary");
for (const { task, seconds, failure } of results)
  console.log(`${failure ? "✗" : "✓"} ${task.name.padEnd(17)} ${`${seconds} s`.padStart(6)}  ${failure}`);
const failed = results.filter(({ failure }) => failure);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
if (brief) console.log("Before you open a pull request: npm test");
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs the commands of a part. Its output is shown when it ends, or after all parts if it fails, unless it is the only one. */
async function runPart(part) {
  for (const tool of part.tools) if (broken.has(tool)) throw broken.get(tool);
  const quiet = chosen.length > 1;
  // An empty string counts as not set.
  const options = { env: { RELEASE: part.dist === "release" ? "1" : "" }, quiet };
  if (!brief) printStep(part.name);
  let output = "";
  try {
    for (const command of part.run) {
      const [program, ...args] = command.split(/\s+/);
      if (isImplied(part)) args.push("--if-changed");
      if (command === part.run.at(-1)) args.push(...more);
      output += await run(program, args, options);
    }
  } catch (error) {
    output += error.output ?? "";
    if (quiet) failures.push({ name: part.name, output });
    if (quiet && !brief) console.log(`\n✗ ${part.name}: ${error.message}`);
    throw error;
  }
  if (quiet && !brief) console.log(`\n✓ ${part.name}\n${output.trim()}`);
}

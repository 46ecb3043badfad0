// Fast checks that need neither a package build nor a browser.
//
//   npm run check

import { availableParallelism } from "node:os";
import { capture } from "./lib/run.js";
import { runTasks } from "./lib/schedule.js";
import { steps } from "./lib/steps.js";
import { npmPackages, wasmTarget } from "./lib/tools.js";

await npmPackages();
await wasmTarget();

const start = Date.now();
const tasks = Object.entries(steps).map(([name, { shows, command }]) => {
  const [program, ...args] = command;
  return {
    name,
    // cargo locks its target folder, and cargo fmt does not use it.
    locks: program === "cargo" && args[0] !== "fmt" ? ["cargo"] : [],
    async run() {
      const { isOk, output } = await capture(program, args);
      console.log(`${isOk ? "✓" : "✗"} ${shows}`);
      if (isOk) return;
      console.error(output);
      throw new Error(shows);
    },
  };
});
// The slowest first: those of cargo, which cannot run side by side.
tasks.sort((a, b) => b.locks.length - a.locks.length);
const failed = (await runTasks(tasks, Math.min(2, availableParallelism()))).filter(({ failure }) => failure);
const seconds = Math.round((Date.now() - start) / 1000);
if (failed.length > 0) {
  console.error(`\n${failed.length} of ${tasks.length} checks failed, after ${seconds} s`);
  process.exit(1);
}
console.log(`\nAll checks passed in ${seconds} s. Before you open a pull request: npm test`);

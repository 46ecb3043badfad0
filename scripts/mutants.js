// Changes the code in small ways, and runs the tests against each change, called a mutant: one that no test notices shows
// a test that is missing. Not a part of `npm test`, since it takes many minutes.
//
//   npm run mutants
//   npm run mutants -- --re Display        only these mutants; the options are those of cargo-mutants
//
// `.cargo/mutants.toml` excludes what has no native tests. The report is in `target/mutants.out/`.

import { join } from "node:path";
import { run, say } from "./lib/run.js";
import { cargoMutants } from "./lib/tools.js";

try {
  const program = join(await cargoMutants(), "cargo-mutants");
  say("Mutants of the crate, against its native tests");
  // Debug information doubles the time for linking.
  await run(program, ["mutants", "--output", "target", ...process.argv.slice(2)], { env: { CARGO_PROFILE_DEV_DEBUG: "0" } });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

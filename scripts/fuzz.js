// Fuzzes every parser for a number of seconds each. Not a part of `npm test`.
//
//   npm run fuzz -- 60
//   npm run fuzz -- 600 login_url base_url
//
// Inputs that make a target fail are kept in `target/fuzz/kept/`: turn them into tests.

import { mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { printStep, root, run } from "./lib/run.js";
import { cargoFuzz } from "./lib/tools.js";

const all = readdirSync(join(root, "tests/fuzz/targets")).map((file) => basename(file, ".rs"));
const [seconds = "60", ...names] = process.argv.slice(2);
const targets = names.length > 0 ? names : all;
if (!/^[1-9]\d*$/.test(seconds) || targets.some((name) => !all.includes(name))) {
  console.error(`npm run fuzz -- <seconds> [target …]\nThe targets are: ${all.join(", ")}`);
  process.exit(2);
}

/** Runs a target, and returns its output. */
function fuzz(program, target) {
  const kept = (name) => join(root, "target/fuzz/kept", target, name);
  for (const name of ["corpus", "failures"]) mkdirSync(kept(name), { recursive: true });
  const folders = ["--fuzz-dir", "tests/fuzz", "--target-dir", "target/fuzz"];
  const limits = [`-max_total_time=${seconds}`, "-print_final_stats=1", "-max_len=4096", "-timeout=10"];
  const inputs = [kept("corpus"), join(root, "tests/fuzz/seeds", target)];
  const args = ["run", ...folders, target, ...inputs, "--", ...limits, `-artifact_prefix=${kept("failures")}/`];
  return run(program, args, { env: { RUSTUP_TOOLCHAIN: "nightly" }, quiet: true }).catch(({ output }) => {
    throw new Error(failureIn(output));
  });
}

/** The failure in a target's output, without stack traces; the whole output, if it has none. */
function failureIn(output) {
  const [found = output] = /^thread .* panicked at [\s\S]*?(?=\nstack backtrace)/m.exec(output) ?? [];
  return [found, ...(output.match(/^(.*Test unit written to|SUMMARY).*$/gm) ?? [])].join("\n");
}

try {
  const program = join(await cargoFuzz(), "cargo-fuzz");
  for (const target of targets) {
    printStep(`${target}: ${seconds} s`);
    const output = await fuzz(program, target);
    const [, executions] = /stat::number_of_executed_units:\s*(\d+)/.exec(output);
    const [, covered] = /.*cov: (\d+)/s.exec(output) ?? [];
    console.log(
      `✓ ${Number(executions).toLocaleString("en")} executions, ${covered} code locations reached, nothing found`,
    );
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

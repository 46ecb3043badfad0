// Fuzzes every parser, each for so many seconds; not a part of `npm test`.
//
//   npm run fuzz -- 60
//   npm run fuzz -- 600 login_url base_url
//
// What makes a target fail is kept in `target/fuzz/kept/`: write a test of it.

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { printStep, root } from "./lib/run.js";
import { cargoFuzz } from "./lib/tools.js";

const all = readdirSync(join(root, "tests/fuzz/targets")).map((file) => basename(file, ".rs"));
const [seconds = "60", ...names] = process.argv.slice(2);
const targets = names.length > 0 ? names : all;
if (!/^[1-9]\d*$/.test(seconds) || targets.some((name) => !all.includes(name))) {
  console.error(`npm run fuzz -- <seconds> [target …]\nThe targets: ${all.join(", ")}`);
  process.exit(2);
}

/** Runs a target, and resolves with what it printed. */
function fuzz(program, target) {
  const kept = (name) => join(root, "target/fuzz/kept", target, name);
  for (const name of ["corpus", "failures"]) mkdirSync(kept(name), { recursive: true });
  const folders = [kept("corpus"), join(root, "tests/fuzz/seeds", target)];
  const args = [
    `-max_total_time=${seconds}`,
    "-print_final_stats=1",
    "-max_len=4096",
    "-timeout=10",
    `-artifact_prefix=${kept("failures")}/`,
  ];
  const child = spawn(
    program,
    ["run", "--fuzz-dir", "tests/fuzz", "--target-dir", "target/fuzz", target, ...folders, "--", ...args],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, RUSTUP_TOOLCHAIN: "nightly" },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(whatFailed(output)))));
  });
}

/** What a target found, without the stacks; all that was printed, if it found nothing. */
function whatFailed(output) {
  const [found] = /^thread .* panicked at [^]*?(?=\nstack backtrace)/m.exec(output) ?? [];
  const kept = output.split("\n").filter((line) => /Test unit written to|^SUMMARY/.test(line));
  return [found ?? output, ...kept].join("\n");
}

try {
  const program = join(await cargoFuzz(), "cargo-fuzz");
  for (const target of targets) {
    printStep(`${target}: ${seconds} s`);
    const output = await fuzz(program, target);
    const [, executions] = /stat::number_of_executed_units:\s*(\d+)/.exec(output);
    const [, covered] = /.*cov: (\d+)/s.exec(output) ?? [];
    console.log(
      `✓ ${Number(executions).toLocaleString("en")} executions, ${covered} places in the code reached, nothing found`,
    );
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

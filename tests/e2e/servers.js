// Starts the demo before the tests, once for each worker, each with a separate Login server whose players and limits
// every test resets. All ports are free ones, so that several runs fit on one machine.

import { buildIfChanged } from "../../scripts/build.js";
import { startDemo } from "../../scripts/lib/demo.js";
import { installLibraries } from "./libraries.js";

/** The demo of this worker; undefined outside of tests. */
export function demoOfWorker() {
  const demos = JSON.parse(process.env.DEMOS ?? "[]");
  return demos[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
}

/** @param {import("@playwright/test").FullConfig} config knows how many workers there will be */
export default async function startServers({ workers }) {
  // Once, before several processes would build at the same time.
  await buildIfChanged();
  await installLibraries();
  const starts = await Promise.allSettled(Array.from({ length: workers }, () => startDemo({ quiet: true })));
  const demos = starts.flatMap((start) => (start.status === "fulfilled" ? start.value : []));
  const stop = () => Promise.all(demos.map((demo) => demo.stop()));
  const failed = starts.find((start) => start.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  // Workers inherit the environment.
  process.env.DEMOS = JSON.stringify(demos);
  return stop;
}

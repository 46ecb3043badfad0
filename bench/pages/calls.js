// How long one call takes when the network takes no time.

import { options, respondWith, settled, stubAlone } from "./stubs.js";

const outcomes = {
  204: { status: 204, options },
  422: { status: 422, options },
  "invalid input": { status: 422, options: { projectId: "none", username: "" } },
};

/** Batches of one client after the other, in turn. Returns, by outcome and client, microseconds per call of each batch. */
export async function timeCalls(names, { rounds, calls }) {
  /** @type {{ name: string, ask: (options: object) => Promise<void> }[]} */
  const clients = [{ name: "stub", ask: stubAlone }];
  for (const name of names) clients.push({ name, ask: (await import(`/warm/${name}.js`)).ask });

  const times = {};
  for (let round = -2; round < rounds; round++) {
    for (const [outcome, { status, options }] of Object.entries(outcomes)) {
      respondWith(status);
      for (let turn = 0; turn < clients.length; turn++) {
        const { name, ask } = clients[(turn + round + clients.length) % clients.length];
        const start = performance.now();
        for (let count = 0; count < calls; count++) await settled(ask(options));
        const us = ((performance.now() - start) * 1000) / calls;
        // The first rounds warm up the engine.
        if (round < 0) continue;
        times[outcome] ??= {};
        times[outcome][name] ??= [];
        times[outcome][name].push(us);
      }
    }
  }
  return times;
}

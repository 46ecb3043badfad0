// How the time of a call grows with its input.

import { options, settled } from "./stubs.js";

const powersOfTen = (maxExponent) => Array.from({ length: maxExponent + 1 }, (_, power) => 10 ** power);

/** What grows: its sizes, and a function that prepares runs with one of them. */
const series = {
  username: { sizes: powersOfTen(6), prepare: username },
  details: { sizes: powersOfTen(7), prepare: details },
  "in flight": { sizes: powersOfTen(4), prepare: inFlight },
};

const clients = {};

/** The median time in milliseconds, by what grows and by client: a list with one entry for each size. */
export async function grow(names, rounds) {
  for (const name of names) clients[name] = (await import(`/warm/${name}.js`)).ask;
  // Warms up the engine.
  for (const { prepare } of Object.values(series)) {
    for (const name of names) await time(prepare(100), clients[name], 200);
  }
  const result = {};
  for (const [what, { sizes, prepare }] of Object.entries(series)) {
    result[what] = { sizes, times: Object.fromEntries(names.map((name) => [name, sizes.map(() => [])])) };
    for (const [index, size] of sizes.entries()) {
      const once = prepare(size);
      for (const name of names) await time(once, clients[name], 5);
      for (let round = 0; round < rounds; round++) {
        for (const name of names) result[what].times[name][index].push(await time(once, clients[name], 20));
      }
    }
  }
  return result;
}

/** Milliseconds of one run, on average over at least `atLeastMs`. */
async function time(once, ask, atLeastMs) {
  const start = performance.now();
  let runs = 0;
  while (runs === 0 || performance.now() - start < atLeastMs) {
    await once(ask);
    runs++;
  }
  return (performance.now() - start) / runs;
}

/** A call with a username of this many characters; longer than 255, it is invalid. */
function username(size) {
  const request = { ...options, username: "a".repeat(size) };
  globalThis.fetch = async () => new Response(null, { status: 204 });
  return (ask) => settled(ask(request));
}

/** A rejected call with this many bytes of `details` in the error object. */
function details(size) {
  const body = new TextEncoder().encode(
    JSON.stringify({ error: { code: "0", description: "", details: { text: "a".repeat(size) } } }),
  );
  globalThis.fetch = async () => new Response(body, { status: 422 });
  return (ask) => settled(ask(options));
}

/** This many calls at once, until all of them settle. */
function inFlight(size) {
  return async (ask) => {
    const pending = [];
    let calls;
    await new Promise((/** @type {(value?: any) => void} */ allSent) => {
      globalThis.fetch = () =>
        new Promise((resolve) => {
          if (pending.push(resolve) === size) allSent();
        });
      calls = Array.from({ length: size }, () => settled(ask(options)));
    });
    for (const respond of pending) respond(new Response(null, { status: 204 }));
    await Promise.all(calls);
  };
}

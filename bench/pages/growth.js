// How the time of a call grows with what it is given.

import { options, settled } from "./stubs.js";

const powersOfTen = (most) => Array.from({ length: most + 1 }, (_, power) => 10 ** power);

/** What grows, up to where, and what prepares one run of a client with so much of it. */
const series = {
  username: { sizes: powersOfTen(6), prepare: username },
  details: { sizes: powersOfTen(7), prepare: details },
  "in flight": { sizes: powersOfTen(4), prepare: inFlight },
};

const clients = {};

/** The median time in milliseconds, by what grows and by client: a list with one entry for each size. */
export async function grow(names, rounds) {
  for (const name of names) clients[name] = (await import(`/warm/${name}.js`)).ask;
  // For the engine to warm up.
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

/** Of so many characters; past 255 it is refused. */
function username(size) {
  const given = { ...options, username: "a".repeat(size) };
  globalThis.fetch = async () => new Response(null, { status: 204 });
  return (ask) => settled(ask(given));
}

/** The error object's `details`, of so many bytes. */
function details(size) {
  const body = new TextEncoder().encode(
    JSON.stringify({ error: { code: "0", description: "", details: { text: "a".repeat(size) } } }),
  );
  globalThis.fetch = async () => new Response(body, { status: 422 });
  return (ask) => settled(ask(options));
}

/** So many calls that wait for their answers, until all of them settle. */
function inFlight(size) {
  return async (ask) => {
    const answers = [];
    let calls;
    await new Promise((allAsked) => {
      globalThis.fetch = () =>
        new Promise((resolve) => {
          if (answers.push(resolve) === size) allAsked();
        });
      calls = Array.from({ length: size }, () => settled(ask(options)));
    });
    for (const answer of answers) answer(new Response(null, { status: 204 }));
    await Promise.all(calls);
  };
}

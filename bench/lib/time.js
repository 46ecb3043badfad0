// The time from `import()` to the first settled call, and that of one call.

import { timedClients } from "../clients.js";
import { callIn } from "./browsers.js";
import { spread } from "./statistics.js";

/** "3G" in Chromium's developer tools (formerly "Slow 3G"). */
const slow3g = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/**
 * `every` is how many rounds pass between two samples.
 *
 * @type {{ browser: string, name: string, cold?: boolean, cpu?: number, network?: object, every?: number }[]}
 */
const paths = [
  { browser: "Chromium", name: "cold cache", cold: true },
  { browser: "Chromium", name: "warm cache" },
  { browser: "Chromium", name: "cold cache, CPU 4× slower", cold: true, cpu: 4 },
  { browser: "Chromium", name: "warm cache, CPU 4× slower", cpu: 4 },
  // Takes seconds, with little variance.
  { browser: "Chromium", name: "cold cache, slow 3G", cold: true, network: slow3g, every: 3 },
  { browser: "Firefox", name: "cold cache", cold: true },
  { browser: "Firefox", name: "warm cache" },
];

let count = 0;

/** One sample. For a cold cache, the URL is a new one. */
async function sample({ chromium, firefox, origin }, path, client) {
  const { browser, cold, cpu, network } = path;
  const url = `/${cold ? `cold-${process.pid}-${count++}` : "warm"}/${client}.js`;
  const { ms, transferred } =
    browser === "Firefox"
      ? await loadInFirefox(firefox, origin, url)
      : await loadInChromium(chromium, origin, url, { cpu, network });
  return { ms, isCold: transferred > 0 };
}

async function loadInFirefox(firefox, origin, url) {
  await firefox.goto(`${origin}/`);
  return firefox.call("load.js", "load", url);
}

async function loadInChromium(chromium, origin, url, { cpu, network }) {
  const { page, cdp } = await chromium.page(`${origin}/`);
  await page.evaluate(`import("/pages/load.js").then(() => {})`);
  if (cpu) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (network) {
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", network);
  }
  const result = await callIn(page, "load.js", "load", url);
  await page.close();
  return result;
}

/** For each path, by client: median and quartiles in milliseconds. The clients take turns. */
export async function timeLoads(browsers, rounds) {
  const times = paths.map(() => Object.fromEntries(timedClients.map((client) => [client, []])));
  // Engines cache compiled code of files that they load repeatedly; the third visit uses it.
  const visits = 3;
  for (let round = -visits; round < rounds; round++) {
    for (const [index, path] of paths.entries()) {
      const isPriming = round < 0;
      if (isPriming ? path.cold : round % (path.every ?? 1) !== 0) continue;
      for (let turn = 0; turn < timedClients.length; turn++) {
        const client = timedClients[(turn + round + visits) % timedClients.length];
        const { ms, isCold } = await sample(browsers, path, client);
        if (isPriming) continue;
        if (isCold !== Boolean(path.cold)) {
          throw new Error(`${client}, ${path.browser}, ${path.name}: the cache was ${isCold ? "cold" : "warm"}`);
        }
        times[index][client].push(ms);
      }
    }
  }
  return paths.map(({ browser, name }, index) => ({
    browser,
    name,
    rounds: times[index].ours.length,
    times: Object.fromEntries(Object.entries(times[index]).map(([client, values]) => [client, spread(values)])),
  }));
}

/** For each browser and outcome, by client: median and quartiles in microseconds. */
export async function timeCalls({ chromium, firefox, origin }, rounds) {
  const request = { rounds: 2 * rounds, calls: 200 };
  const { page } = await chromium.page(`${origin}/`);
  const inChromium = await callIn(page, "calls.js", "timeCalls", timedClients, request);
  await page.close();
  await firefox.goto(`${origin}/`);
  const inFirefox = await firefox.call("calls.js", "timeCalls", timedClients, request);
  return Object.entries({ Chromium: inChromium, Firefox: inFirefox }).flatMap(([browser, outcomes]) =>
    Object.entries(outcomes).map(([outcome, times]) => ({
      browser,
      outcome,
      times: Object.fromEntries(Object.entries(times).map(([client, values]) => [client, spread(values)])),
    })),
  );
}

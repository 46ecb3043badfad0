// Makes the calls, many at once, and says what came of them.

import * as ours from "/dist/index.js";
import { makeCase } from "./cases.js";
import { wrongWith } from "./judge.js";
import { complaints } from "./watch.js";

const AT_ONCE = 250;
/** No case takes longer, not even on a machine that is busy: those that get no answer have milliseconds for it. */
const PATIENCE_MS = 20_000;

const honest = {
  projectId: "11111111-1111-4111-8111-111111111111",
  username: "John",
  fetch: async () => new Response(null, { status: 204 }),
};

/**
 * Runs the cases `from` to `to` of a seed. Returns what was wrong, as sentences, and how the calls ended.
 */
export async function run(seed, from, to) {
  const realm = otherRealm();
  const ends = {};
  const wrong = [];
  // While the package loads, a time limit or a signal may end a call before its issues are known.
  await ours.preload();
  for (let first = from; first < to && wrong.length < 20; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - first);
    const judged = await Promise.all(Array.from({ length }, (_, index) => judge(seed, first + index, realm)));
    for (const { end, flaw } of judged) {
      ends[end] = (ends[end] ?? 0) + 1;
      if (flaw) wrong.push(flaw);
    }
    const afterwards = await ours.requestPasswordReset(honest).then(
      () => undefined,
      (error) => `${error}`,
    );
    if (afterwards) wrong.push(`after the cases up to ${first + length}, an honest call failed: ${afterwards}`);
  }
  // What nobody caught is told a little later.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ends, wrong: [...wrong, ...complaints].map(sendable) };
}

/** WebDriver takes no halves of surrogate pairs. */
const sendable = (text) => new TextDecoder().decode(new TextEncoder().encode(text));

async function judge(seed, index, realm) {
  const settlements = { resolved: [], rejected: [] };
  let made;
  let flaw;
  try {
    made = makeCase(seed, index, realm, () => ours.requestPasswordReset(honest));
    const promise = ours[made.call](made.argument);
    if (!(promise instanceof Promise)) throw new Error("no promise was returned");
    const settled = promise.then(
      (value) => settlements.resolved.push(value),
      (error) => settlements.rejected.push(error),
    );
    let timer;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([settled.then(() => Promise.all(made.inner.calls)), patience]);
    clearTimeout(timer);
    flaw = wrongWith(made, settlements, ours);
  } catch (thrown) {
    flaw = `thrown: ${thrown}`;
  }
  const end = settlements.rejected[0]?.kind ?? (settlements.resolved.length > 0 ? "resolved" : "never");
  return { end, flaw: flaw && `seed ${seed}, case ${index}: ${flaw}\n    ${made?.what.join(" · ")}` };
}

/** The globals of an iframe. */
function otherRealm() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  return frame.contentWindow;
}

// One case: an argument for one of the two calls, and how the call should end.

import { expected } from "./expected.js";
import { generate } from "./generate.js";

/**
 * A case is `{ what, call, argument, canary, seen, inner, issues, ends, sends, body }`. `seen` is what `fetch` and the
 * getters record, `inner` the calls within this one. `issues` are the rules that should be reported as broken, `ends` the
 * kinds by which the call may end, `sends` how often `fetch` may be called, `body` what it should then receive.
 *
 * @param {number} seed
 * @param {number} index
 * @param {Window} realm the globals of an iframe
 * @param {() => Promise<void>} validCall makes another call, which succeeds
 */
export function makeCase(seed, index, realm, validCall) {
  const { facts, ...generated } = generate(randomOf(seed, index), {
    realm,
    canary: `canary-${seed}-${index}.`,
    validCall,
  });
  return { ...generated, ...expected(facts) };
}

/** Pseudo-random numbers, the same for the same seed and case. */
function randomOf(seed, index) {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 1;
  function next() {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  }
  for (let round = 0; round < 8; round++) next();
  const below = (end) => Math.floor(next() * end);
  return {
    /** 0 to `end` - 1. */
    below,
    /** True with this probability. */
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
  };
}

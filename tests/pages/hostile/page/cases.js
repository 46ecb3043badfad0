// One case: an argument for one of the two calls, and how the call should end.

import { expected } from "./expected.js";
import { generate } from "./generate.js";
import { randomOf } from "./random.js";

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

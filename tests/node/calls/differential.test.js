// The package behaves as a client written by hand from the same rules, in thousands of generated calls. `npm test -- hostile`
// makes such calls in browsers, with values of other realms.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as api from "xsolla-password-reset";
import { compare } from "../../pages/hostile/page/compare.js";

test("3,000 generated calls have the same outcome", async () => {
  const { ends, problems } = await compare(api, globalThis, { seed: 20_261_129, to: 3_000 });
  assert.deepEqual(problems, []);
  // Every outcome is reached often.
  for (const kind of [
    "invalid_input",
    "rejected",
    "rate_limited",
    "unexpected_response",
    "network",
    "timeout",
    "aborted",
  ])
    assert.ok(ends[kind] >= 20, `${kind}: ${ends[kind]}`);
  assert.ok(ends.resolved >= 20);
});

// Internal properties of the forms begin with `_`. `scripts/lib/forms.js` gives them short names, the same in each file.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
const read = (file) => readFileSync(join(dist, file), "utf8");
const scripts = ["forms.js", "address-advice.js", "new-password-extras.js"];
const declarations = readdirSync(dist).filter((file) => /\.d\.c?ts$/.test(file));
/** A property: after a dot, or before what follows its name in an object or a class. */
const internal = /\._[a-z]\w*|(?<=[{,;\s])_[a-z]\w*(?=[:(?])/g;

test("no type has an internal property", () => {
  assert.ok(declarations.length > 8);
  for (const file of declarations) assert.deepEqual(read(file).match(internal), null, file);
});

test("no module has a long name of one, as the files for `require` do", () => {
  assert.ok(read("forms.cjs").match(internal)?.includes("._loadAdvice"));
  for (const file of scripts) assert.deepEqual(read(file).match(internal), null, file);
});

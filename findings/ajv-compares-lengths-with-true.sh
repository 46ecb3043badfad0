#!/usr/bin/env bash
# ajv refuses ["log", "a"] under anyOf: [{ items: { type: "string" } }] with unevaluatedItems: false, yet takes ["log"]: it compares 2 with true.
#
# Versions:  ajv 8.20.0, @cfworker/json-schema 4.1.6, @hyperjump/json-schema 1.18.0 (npm).
# Behaviour: "All items have been evaluated" is the value true in ajv. Where it is known at run time only (anyOf, oneOf, if), the code that
#            ajv writes asks whether the length is > true, and true counts as 1. So the list of one element, with which one tries a
#            schema, passes, and so does every list under allOf or $ref. The twin for objects, unevaluatedProperties, is right.
# Output:    ajv [] true, [log] true, [log a] false, [log a b] false; the other two true each time; ajv under allOf, ajv on objects all true
# Guess:     All accept all of them: a list of strings is valid, whatever its length, and anyOf with one branch is allOf.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact ajv@8.20.0 @cfworker/json-schema@4.1.6 @hyperjump/json-schema@1.18.0
cat > outcome.mjs <<'JS'
import { Validator } from "@cfworker/json-schema";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { Ajv2020 } from "ajv/dist/2020.js";

const strings = { items: { type: "string" } };
const lists = [[], ["log"], ["log", "a"], ["log", "a", "b"]];
const schema = (key) => ({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "array", [key]: [strings], unevaluatedItems: false });
const objects = { type: "object", anyOf: [{ additionalProperties: { type: "string" } }], unevaluatedProperties: false };
const show = (name, values, valid) => console.log(`${name}: ${values.map((value) => valid(value)).join(" ")}`);
for (const key of ["anyOf", "oneOf", "allOf"]) show(`ajv ${key}`, lists, new Ajv2020().compile(schema(key)));
show("ajv objects", lists.map((list) => ({ ...list })), new Ajv2020().compile(objects));
const cfworker = new Validator(schema("anyOf"), "2020-12");
show("cfworker", lists, (list) => cfworker.validate(list).valid);
registerSchema(schema("anyOf"), "https://example.com/list");
const hyperjump = await validate("https://example.com/list");
show("hyperjump", lists, (list) => hyperjump(list).valid);
JS
right="true true true true"
wrong="true true false false"
expect "lists of 0, 1, 2 and 3 strings are valid" \
  "ajv anyOf: $wrong;ajv oneOf: $wrong;ajv allOf: $right;ajv objects: $right;cfworker: $right;hyperjump: $right;" \
  "$(node outcome.mjs | tr '\n' ';')"

#!/usr/bin/env bash
# @cfworker/json-schema lets `then` see which properties its `if` has looked at, so a closed schema in `then` accepts what others refuse.
#
# Versions:  @cfworker/json-schema 4.1.6, ajv 8.20.0, @hyperjump/json-schema 1.18.0 (npm), jsonschema 4.26.0, jsonschema-rs 0.61.2 (PyPI).
# Behaviour: `unevaluatedProperties: false` inside of `then` knows what stands beside it and below it, not its neighbour `if`. The others
#            refuse {"kind": "reset", "email": "a"} if `then` names the email alone; cfworker takes it, as it takes a $ref beside a
#            list of allOf. It refuses it once the same condition is written with properties and allOf.
# Output:    `then`: cfworker true, ajv, hyperjump, jsonschema and jsonschema-rs false; allOf: all five false
# Guess:     Validators that claim the same draft agree on it, or cfworker errs for every neighbour.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact ajv@8.20.0 @cfworker/json-schema@4.1.6 @hyperjump/json-schema@1.18.0
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check jsonschema==4.26.0 jsonschema-rs==0.61.2 2> log || { cat log >&2; exit 1; }
cat > schemas.json <<'JSON'
{
  "then": {
    "if": { "properties": { "kind": { "const": "reset" } }, "required": ["kind"] },
    "then": { "properties": { "email": {} }, "unevaluatedProperties": false }
  },
  "ref": {
    "$ref": "#/$defs/reset",
    "allOf": [{ "properties": { "email": {} }, "unevaluatedProperties": false }],
    "$defs": { "reset": { "properties": { "kind": { "const": "reset" } }, "required": ["kind"] } }
  },
  "allOf": {
    "allOf": [
      { "properties": { "kind": { "const": "reset" } }, "required": ["kind"] },
      { "properties": { "email": {} }, "unevaluatedProperties": false }
    ]
  }
}
JSON
cat > outcome.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { Ajv2020 } from "ajv/dist/2020.js";

const value = { kind: "reset", email: "a" };
for (const [name, schema] of Object.entries(JSON.parse(readFileSync("schemas.json", "utf8")))) {
  registerSchema({ ...schema, $schema: "https://json-schema.org/draft/2020-12/schema" }, `https://example.com/${name}`);
  const valid = {
    cfworker: new Validator(schema, "2020-12").validate(value).valid,
    ajv: new Ajv2020({ strict: false }).validate(schema, value),
    hyperjump: (await validate(`https://example.com/${name}`))(value).valid,
  };
  console.log(name, ...Object.entries(valid).flat());
}
JS
cat > outcome.py <<'PY'
import json

import jsonschema
import jsonschema_rs

value = {"kind": "reset", "email": "a"}
with open("schemas.json") as file:
    for name, schema in json.load(file).items():
        print(name, jsonschema.Draft202012Validator(schema).is_valid(value), jsonschema_rs.Draft202012Validator(schema).is_valid(value))
PY
expect "valid for the JavaScript validators" "then cfworker true ajv false hyperjump false;\
ref cfworker true ajv false hyperjump false;allOf cfworker false ajv false hyperjump false;" "$(node outcome.mjs | tr '\n' ';')"
expect "valid for jsonschema and jsonschema-rs" "then False False;ref False False;allOf False False;" "$(python/bin/python outcome.py | tr '\n' ';')"

#!/usr/bin/env bash
# Valibot and ArkType reject o'brien@example.com, which browsers, zod, yup and Joi accept: an Irish player cannot enter her address.
#
# Versions:  valibot 1.5.0, arktype 2.2.10, zod 4.6.7, yup 1.7.1, joi 18.3.2 (npm).
# Behaviour: Of the signs that a name may have, Valibot takes - . + and _, ArkType % as well. Valibot has a second check by the standard
#            (v.rfcEmail). zod takes the apostrophe, and none of ! # $ % & * / = ? ^ ~ either.
# Output:    valibot rejected rejected, rfcEmail accepted accepted, arktype rejected rejected, zod accepted rejected, yup accepted accepted,
#            joi accepted accepted
# Guess:     The signs of names of people are in every check; those that are left out are exotic.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm init --yes > log
npm install --silent --no-audit --no-fund --save-exact zod@4.6.7 valibot@1.5.0 arktype@2.2.10 yup@1.7.1 joi@18.3.2
cat > outcome.mjs <<'JS'
import { type } from "arktype";
import Joi from "joi";
import * as v from "valibot";
import * as yup from "yup";
import * as z from "zod";
const checks = {
  valibot: (text) => v.safeParse(v.pipe(v.string(), v.email()), text).success,
  rfcEmail: (text) => v.safeParse(v.pipe(v.string(), v.rfcEmail()), text).success,
  arktype: (text) => !(type("string.email")(text) instanceof type.errors),
  zod: (text) => z.email().safeParse(text).success,
  yup: (text) => yup.string().email().isValidSync(text),
  joi: (text) => !Joi.string().email().validate(text).error,
};
const judge = (check) => ["o'brien@example.com", "r&d@example.com"].map((text) => (check(text) ? "accepted" : "rejected")).join(" ");
console.log(Object.entries(checks).map(([name, check]) => `${name} ${judge(check)}`).join(", "));
JS
expect "o'brien and r&d" \
  "valibot rejected rejected, rfcEmail accepted accepted, arktype rejected rejected, zod accepted rejected, yup accepted accepted, joi accepted accepted" \
  "$(node outcome.mjs)"

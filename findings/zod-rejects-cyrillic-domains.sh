#!/usr/bin/env bash
# zod rejects every address under .рф, in Cyrillic and in the ASCII form that browsers and mail servers use: its domains end in letters.
#
# Versions:  zod 4.6.7, valibot 1.5.0, arktype 2.2.10, yup 1.7.1, validator 13.15.35 (npm).
# Behaviour: An email field of a browser turns ada@почта.рф into ada@xn--80a1acny.xn--p1ai. zod, Valibot and ArkType take no digit and no
#            hyphen in the last label, which the ASCII form of each top-level domain of another script has. Valibot takes no double
#            hyphen either, so no international domain at all. yup and validator accept both.
# Output:    zod rejected accepted, valibot rejected rejected, arktype rejected accepted, yup accepted accepted, validator accepted accepted
# Guess:     What is plain ASCII, valid in DNS and in use since 2010 is accepted by all; only the Cyrillic form may not be.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm init --yes > log
npm install --silent --no-audit --no-fund --save-exact zod@4.6.7 valibot@1.5.0 arktype@2.2.10 yup@1.7.1 validator@13.15.35
cat > outcome.mjs <<'JS'
import { domainToASCII } from "node:url";
import { type } from "arktype";
import * as v from "valibot";
import validator from "validator";
import * as yup from "yup";
import * as z from "zod";
const checks = {
  zod: (text) => z.email().safeParse(text).success,
  valibot: (text) => v.safeParse(v.pipe(v.string(), v.email()), text).success,
  arktype: (text) => !(type("string.email")(text) instanceof type.errors),
  yup: (text) => yup.string().email().isValidSync(text),
  validator: (text) => validator.isEmail(text),
};
const addresses = ["почта.рф", "bücher.de"].map((domain) => `ada@${domainToASCII(domain)}`);
const judge = (check) => addresses.map((address) => (check(address) ? "accepted" : "rejected")).join(" ");
console.log(addresses.join(" "));
console.log(Object.entries(checks).map(([name, check]) => `${name} ${judge(check)}`).join(", "));
JS
node outcome.mjs > outcome
expect "the addresses" "ada@xn--80a1acny.xn--p1ai ada@xn--bcher-kva.de" "$(head -1 outcome)"
expect "accepted or rejected" \
  "zod rejected accepted, valibot rejected rejected, arktype rejected accepted, yup accepted accepted, validator accepted accepted" \
  "$(tail -1 outcome)"

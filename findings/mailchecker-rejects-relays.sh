#!/usr/bin/env bash
# mailchecker says isValid: false for addresses of Hushmail, Tuta, Firefox Relay and DuckDuckGo, which people keep for years.
#
# Versions:  mailchecker 6.0.21; disposable-email-domains 1.0.62 and disposable-email-domains-js 1.26.0 for comparison (npm).
# Behaviour: Its list of "throw-away" domains has hush.com (a mail provider since 1999), keemail.me (one of Tuta's) and mozmail.com,
#            duck.com and simplelogin.com, which forward to a real mailbox for good. Addresses that Apple hides pass. Of two other lists,
#            one with 120,000 domains, none has any of them.
# Output:    mailchecker: hush.com keemail.me mozmail.com duck.com simplelogin.com; the others: none
# Guess:     It lists inboxes that end after minutes; a mailbox that costs money, and Mozilla's relay, are valid.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm init --yes > log
npm install --silent --no-audit --no-fund --save-exact \
  mailchecker@6.0.21 disposable-email-domains@1.0.62 disposable-email-domains-js@1.26.0
cat > outcome.cjs <<'JS'
const mailchecker = require("mailchecker");
const domains = require("disposable-email-domains");
const { isDisposableEmail } = require("disposable-email-domains-js");
const kept = ["hush.com", "keemail.me", "mozmail.com", "duck.com", "simplelogin.com", "privaterelay.appleid.com", "tutanota.com"];
const listed = (isListed) => kept.filter(isListed).join(" ") || "none";
console.log(listed((domain) => !mailchecker.isValid(`ada@${domain}`)));
console.log(listed((domain) => domains.includes(domain)));
console.log(listed((domain) => isDisposableEmail(`ada@${domain}`)));
JS
node outcome.cjs > outcome
expect "mailchecker" "hush.com keemail.me mozmail.com duck.com simplelogin.com" "$(sed -n 1p outcome)"
expect "the other two lists" "none none" "$(sed 1d outcome | paste -sd ' ')"

#!/usr/bin/env bash
# Node 20 writes Korean times as "AM 12:00" and Node 24 as "오전 12:00", although both say that their CLDR is 48.0.
#
# Versions:  Node 20.20.2 (ICU 78.2) and 24.21.0 (ICU 78.3), from npm's package "node".
# Behaviour: Only the two halves of the day are in Latin letters; a longer day period is Korean in both (밤 12시). Only
#            process.versions.icu tells the difference.
# Output:    20: CLDR 48.0, AM 12:00, 밤 12시; 24: CLDR 48.0, 오전 12:00, 밤 12시
# Guess:     The same words wherever process.versions.cldr is the same.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
times() {
  npm install --silent --no-audit --no-fund --save-exact --prefix "$1" "node@$1"
  "$1/node_modules/node/bin/node" -p 'const time = (options) => new Intl.DateTimeFormat("ko", { timeZone: "UTC", ...options }).format(0);
    `CLDR ${process.versions.cldr}, ${time({ timeStyle: "short" })}, ${time({ hour: "numeric", dayPeriod: "short" })}`'
}
expect "Node 20" "CLDR 48.0, AM 12:00, 밤 12시" "$(times 20.20.2)"
expect "Node 24" "CLDR 48.0, 오전 12:00, 밤 12시" "$(times 24.21.0)"

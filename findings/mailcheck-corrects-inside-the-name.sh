#!/usr/bin/env bash
# mailcheck suggests anna@commpany.co for anna@company.co: it puts the corrected ending where the ending's letters first occur.
#
# Versions:  mailcheck 1.1.1 (npm).
# Behaviour: The end of the domain is replaced with String.replace, which takes the first match, not the last: "co" becomes "com" at the
#            beginning of "company". The suggestion is a third address, neither the typed nor the intended one. It is right
#            only where the name does not contain the ending's letters (anna@firm.co: anna@firm.com).
# Output:    company.co: commpany.co, telecom.co: telecomm.co, nestle.ne: netstle.ne; firm.co: firm.com
# Guess:     anna@company.com or no suggestion.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
npm install --silent --no-audit --no-fund --save-exact mailcheck@1.1.1
suggest() {
  node -e 'console.log(require("mailcheck").run({ email: process.argv[1] })?.full ?? "none")' "anna@$1"
}
expect "company.co" "anna@commpany.co" "$(suggest company.co)"
expect "telecom.co" "anna@telecomm.co" "$(suggest telecom.co)"
expect "nestle.ne" "anna@netstle.ne" "$(suggest nestle.ne)"
expect "firm.co" "anna@firm.com" "$(suggest firm.co)"

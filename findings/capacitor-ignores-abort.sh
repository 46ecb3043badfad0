#!/usr/bin/env bash
# Capacitor's fetch never looks at the signal of a POST: a call with a time limit ends when the server likes.
#
# Versions:  @capacitor/android 8.5.0 (its native-bridge.js, with CapacitorHttp on), in Node; 4.8.2 to 7.4.3 do the same.
# Behaviour: With `AbortSignal.timeout(200)` and a native side that answers after 1.5 s, fetch resolves with 200 after 1.5 s, though the
#            signal is aborted. A signal that is aborted beforehand does not stop the request, either: it reaches the native side.
# Output:    timeout: resolved 200, late; aborted before: resolved 200, 2 requests on the native side
# Guess:     The native request may go on, but the promise rejects with an AbortError; already aborted, nothing is sent.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact --ignore-scripts --legacy-peer-deps @capacitor/android@8.5.0
cat > run.js <<'JS'
import { readFileSync } from "node:fs";
const { log } = console;
for (const name of ["time", "timeEnd", "groupCollapsed", "groupEnd", "dir", "warn", "info"]) console[name] = () => {};
// What an Android web view has, as far as the bridge reads it while it starts.
class FakeDocument { get cookie() { return ""; } set cookie(_) {} }
Object.assign(globalThis, {
  window: globalThis,
  Document: FakeDocument,
  HTMLDocument: FakeDocument,
  document: new FakeDocument(),
  location: { href: "http://localhost/", origin: "http://localhost" },
  addEventListener() {},
  XMLHttpRequest: function () {},
  prompt: () => "",
  CapacitorHttpAndroidInterface: { isEnabled: () => true },
  CapacitorCookiesAndroidInterface: { isEnabled: () => false },
});
let requests = 0;
globalThis.androidBridge = {
  postMessage(text) {
    const { callbackId, options } = JSON.parse(text);
    requests++;
    const data = { status: 200, data: "", headers: {}, url: options.url };
    setTimeout(() => Capacitor.fromNative({ callbackId, success: true, data }), 1500);
  },
};
(0, eval)(readFileSync("node_modules/@capacitor/android/capacitor/src/main/assets/native-bridge.js", "utf8"));
for (const signal of [AbortSignal.timeout(200), AbortSignal.abort()]) {
  const start = performance.now();
  const call = fetch("https://api.example/", { method: "POST", body: "text", signal });
  const end = await call.then((response) => `resolved ${response.status}`, (error) => error.name);
  log(end, performance.now() - start > 1000 ? "late" : "in time", signal.aborted ? "aborted" : "not aborted", requests);
}
process.exit();
JS
expect "time limit, then aborted before" "resolved 200 late aborted 1;resolved 200 late aborted 2;" "$(node run.js | tr '\n' ';')"

# Sourced by the findings about Chromium's password manager. prompts CASE... submits a form for a new password in a page that stays, and
# says for each case whether Chromium offers to save it. A case is status,read,hide,end: the status of the API, the method that reads the
# body (or nothing), what then hides the form, and the end of the response: kept or collected.
[ -x /usr/bin/chromium ] || { echo "first: apt-get install --no-install-recommends chromium" >&2; exit 2; }
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact playwright-core@1.65.1
cat > save-prompt.js <<'JS'
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { chromium } from "playwright-core";

const html = `<!doctype html><title>form</title><form id="form"><input autocomplete="username" value="player">
<input id="password" type="password" autocomplete="new-password"><button>Save</button></form><script>
const [status, read, hide, end] = location.search.slice(1).split(",");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const response = await fetch("/api/" + status, { method: "POST", body: "{}" });
  if (end === "kept") window.kept = response;
  if (read) await response[read]();
  if (hide === "display") form.style.display = "none";
  if (hide === "hidden") form.hidden = true;
  document.title = "done";
});</script>`;
const server = createServer((request, response) => {
  if (request.method === "GET") return response.setHeader("content-type", "text/html").end(html);
  request.resume();
  const status = Number(request.url.slice("/api/".length));
  response.writeHead(status).end(status === 204 ? undefined : "ok");
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

for (const options of process.argv.slice(2)) {
  const browser = await chromium.launchPersistentContext(mkdtempSync(join(process.cwd(), "profile-")), {
    executablePath: "/usr/bin/chromium",
    headless: false,
    args: ["--headless=new", "--no-sandbox", "--password-store=basic"],
    ignoreDefaultArgs: ["--enable-automation"],
  });
  const log = await browser.newPage();
  await log.goto("chrome://password-manager-internals/");
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/?${options}`);
  await page.click("#password");
  await page.keyboard.type("Abc12345xyz", { delay: 20 });
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.title === "done");
  const offered = await log.waitForFunction(() => document.body.innerText.includes("Show password prompt"), null, { timeout: 6000 })
    .then(() => "offered", () => "not offered");
  console.log(options, offered);
  await browser.close();
}
process.exit();
JS
prompts() { node save-prompt.js "$@" | tr '\n' ';'; }

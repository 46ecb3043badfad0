// This package sends one request for each call. The browser below it may send the same request twice.

import { join } from "node:path";
import { expect, test } from "@playwright/test";
import sirv from "sirv";
import { root } from "../../scripts/lib/run.js";
import { projectId } from "../support/projects.js";
import { listen } from "../support/server.js";
import { countCalls, formOn, requestCall } from "./support.js";

/** A Login server whose connection closes when the first POST arrives on it, before any byte of a response. */
async function serverThatDropsTheFirst() {
  const posts = [];
  const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "content-type" };
  const { url, stop } = await listen((request, response) => {
    if (request.method === "POST" && posts.push(request.url) === 1) request.socket.destroy();
    else response.writeHead(204, headers).end();
  });
  return { posts, url, stop };
}

/** A page with the form. Not one that the test intercepts: Playwright would then send no preflight, which opens the connection. */
function servePage(baseUrl) {
  const files = sirv(join(root, "dist"), { dev: true });
  const html = `<!doctype html><html lang="en"><title>Page</title>
    <script>
      const { fetch: send } = window;
      window.fetched = 0;
      window.fetch = (...args) => (window.fetched++, send(...args));
    </script>
    <password-reset-form project-id="${projectId}" base-url="${baseUrl}"></password-reset-form>
    <script type="module" src="/forms.js"></script>`;
  return listen((request, response) => {
    if (request.url !== "/") return files(request, response, () => response.writeHead(404).end());
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
  });
}

test("a kept connection closes before the response begins: Chromium sends the one request of this package again", async ({
  page,
}) => {
  const login = await serverThatDropsTheFirst();
  const server = await servePage(`${login.url}api`);
  try {
    const calls = countCalls(page, requestCall);
    await page.goto(server.url);
    await formOn(page).ask("ada");
    await expect(formOn(page).status).toContainText("If an account matches");
    expect(login.posts).toHaveLength(2);
    expect(new Set(login.posts).size).toBe(1);
    expect(await page.evaluate(() => window.fetched)).toBe(1);
    expect(calls).toHaveLength(1);
  } finally {
    server.stop();
    login.stop();
  }
});

// The page of `page/form.html`: shows a form of the package, and tells what happens in it.

import { startServer } from "./login.js";
import { holds } from "./process.js";
import { projectId } from "./projects.js";
import { bodyOf } from "./server.js";

/**
 * Serves it, and replaces Xsolla Login.
 *
 * @param {{ delayMs?: number }} [options] how long a response takes
 */
export async function startFormPage(options) {
  let current = "";
  let reports = [];
  /** The response that names the next page to a program without a driver, once it has asked. */
  let next;
  const routes = {
    async report(request, response) {
      const report = JSON.parse(await bodyOf(request));
      // The page before may still report.
      if (report.name === current) reports.push(report);
      response.writeHead(204).end();
    },
    next(_, response) {
      next = response;
    },
  };
  const server = await startServer({ ...options, routes });
  const address = `${server.url}tests/support/page/form.html?`;

  const page = {
    stop: server.stop,
    /** Shows nothing until a form is opened. */
    blank: `${address}next`,
    /** The bodies of the page's requests to Xsolla Login. */
    bodies: () => server.requests().map(({ body }) => body),
    /** The reports of the page, the last one last. */
    reports: () => reports,
    last: () => reports.at(-1) ?? {},
    forget() {
      reports = [];
    },
    /** The address of the page for the next case. `response` is a name of `login.js`; `more` is described in `page/form.js`. */
    address({ name, form, response = "204", attributes = {}, ...more }) {
      current = name;
      reports = [];
      next = undefined;
      server.takeRequests();
      const base = { "project-id": projectId, "base-url": server.api + response, "reset-code": "abc" };
      return (
        address + new URLSearchParams({ name, form, attributes: JSON.stringify({ ...base, ...attributes }), ...more })
      );
    },
    /** Waits until a report fulfils a condition. Returns whether one did in time. */
    until: (condition, limitMs = undefined) => holds(() => condition(page.last(), reports), limitMs),
    /** Shows the page for the next case in a program without a driver, and waits until it is ready. */
    async open(options) {
      await page.until(() => next);
      const asked = next;
      asked.end(page.address({ ...options, next: "" }));
      await page.untilReady();
    },
    async untilReady() {
      if (!(await page.until((_, all) => all.some(({ type }) => type === "ready"))))
        throw new Error(`The page was not shown, or its window has no focus; reports: ${JSON.stringify(reports)}`);
    },
  };
  return page;
}

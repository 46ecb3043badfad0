// What every test gets: a Login server as at start, its mailbox, and a page that must not complain.

import { test as base, expect } from "@playwright/test";
import { ports } from "./playwright.config.js";

export { expect };

export const loginServer = `http://localhost:${ports.login}`;

export const test = base.extend({
  /** Complaints that the browser itself makes of a failed request are not ours. */
  page: async ({ page, request }, use) => {
    await request.post(`${loginServer}/test/reset`);
    const complaints = [];
    page.on("console", (message) => {
      const isOfTheNetwork = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isOfTheNetwork) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await use(page);
    expect(complaints).toEqual([]);
  },

  /** The mails to an address, newest first. */
  mailsTo: async ({ request }, use) => {
    await use(async (to) => (await request.get(`${loginServer}/mailbox.json`, { params: { to } })).json());
  },
});

/** Counts the calls of the API that leave the page; preflights do not count. */
export function countCalls(page, call) {
  const calls = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname === `/api/${call}`) calls.push(request);
  });
  return calls;
}

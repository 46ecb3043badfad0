// What every test gets: a Login server as at start, its mailbox, and a page that must not complain.

import { test as base, expect } from "@playwright/test";
import { demoOfWorker } from "./servers.js";

export { expect };

export const loginServer = demoOfWorker()?.login;

/** The projects of the local Login server that tests name. */
export const projects = {
  xsolla: "11111111-1111-4111-8111-111111111111",
  reveals: "55555555-5555-4555-8555-555555555555",
  slow: "66666666-6666-4666-8666-666666666666",
};

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

  /** What the developer is told in the console. */
  warnings: async ({ page }, use) => {
    const warnings = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    await use(warnings);
  },

  /** The mails to an address, newest first. */
  mailsTo: async ({ request }, use) => {
    await use(async (to) => (await request.get(`${loginServer}/mailbox.json`, { params: { to } })).json());
  },

  /** Asks for a mail without the page; answers the link in it. */
  linkFor: async ({ request, mailsTo }, use) => {
    await use(async (username, projectId = projects.xsolla) => {
      const call = `${loginServer}/api/password/reset/request`;
      await request.post(call, { params: { projectId }, data: { username } });
      const [mail] = await mailsTo(`${username.toLowerCase()}@example.com`);
      return mail.link;
    });
  },

  /** The HTTP status of signing in. */
  signIn: async ({ request }, use) => {
    await use(async (username, password, projectId = projects.xsolla) => {
      const answer = await request.post(`${loginServer}/api/login`, {
        params: { projectId },
        data: { username, password },
      });
      return answer.status();
    });
  },
});

/** The form on the page, whichever it is, with its parts. */
export function formOn(page) {
  const form = page.locator("password-reset-form, new-password-form");
  const part = (name) => form.locator(`[part=${name}]`);
  // A button that is `aria-disabled` can be pressed all the same.
  const press = () => part("submit").click({ force: true });
  return {
    form,
    part,
    ...{
      field: part("input"),
      submit: part("submit"),
      cancel: part("cancel"),
      status: part("status"),
      alert: part("alert"),
    },
    ...{ error: part("error"), warning: part("warning"), wait: part("wait") },
    edit: part("edit"),
    ask: async (text) => {
      // After success, a confirmation stands in for the field.
      if (await part("edit").isVisible()) await part("edit").click();
      await part("input").fill(text);
      await press();
    },
    press,
  };
}

export function choose(page, name, option) {
  return page.getByLabel(name, { exact: true }).selectOption(option);
}

export const requestCall = "password/reset/request";
export const confirmCall = "password/reset/confirm";

/** Counts the calls of the API that leave the page; preflights do not count. */
export function countCalls(page, call) {
  const calls = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname === `/api/${call}`) calls.push(request);
  });
  return calls;
}

// The demo as `npm start` serves it, in Chromium:
//
//   npx playwright test -c tests/e2e/playwright.config.js

import { defineConfig } from "@playwright/test";
import { headlessChromiumProgram } from "../../scripts/lib/tools.js";
import { chromiumArgs } from "../support/browsers.js";
import { demoOfWorker } from "./servers.js";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../test-results/e2e",
  globalSetup: "./servers.js",
  // More than there are cores, because most of the time a test waits for the half second that an outcome takes.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  timeout: 30_000,
  use: {
    baseURL: demoOfWorker()?.demo,
    locale: "en-US",
    launchOptions: {
      executablePath: headlessChromiumProgram(),
      args: [
        ...chromiumArgs,
        "--disable-gpu",
        // Chromium assigns pages that a test serves to no network, and would keep them from calling this machine.
        "--disable-features=LocalNetworkAccessChecks",
      ],
    },
  },
});

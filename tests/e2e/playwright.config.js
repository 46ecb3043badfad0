// The demo as `npm start` serves it, in Chromium:
//
//   npx playwright test -c tests/e2e/playwright.config.js

import { defineConfig } from "@playwright/test";
import { chromiumProgram } from "../../scripts/lib/tools.js";

export const ports = { demo: 8100, login: 8101 };

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../test-results/e2e",
  // One Login server, whose players and limits every test resets.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  timeout: 30_000,
  use: {
    baseURL: `http://localhost:${ports.demo}`,
    locale: "en-US",
    launchOptions: {
      executablePath: chromiumProgram(),
      args: [
        ...["--no-sandbox", "--disable-quic", "--disable-background-networking"],
        // Pages that a test answers for are of no network, and could not call this machine.
        "--disable-features=LocalNetworkAccessChecks",
      ],
    },
  },
  webServer: {
    command: "node scripts/start.js",
    cwd: "../..",
    // Ready when the Login server is, which starts after the demo.
    url: `http://localhost:${ports.login}/mailbox.json`,
    env: { PORT: String(ports.demo), LOGIN_PORT: String(ports.login) },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});

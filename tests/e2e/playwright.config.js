// The demo as `npm start` serves it, in Chromium:
//
//   npx playwright test -c tests/e2e/playwright.config.js

import { defineConfig } from "@playwright/test";
import { chromiumProgram } from "../../scripts/lib/tools.js";

const workers = 2;
const portsOf = (worker) => ({ demo: 8100 + 2 * worker, login: 8101 + 2 * worker });

/** Of this worker. Each has a Login server of its own, whose players and limits every test resets. */
export const ports = portsOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0));

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../test-results/e2e",
  workers,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  timeout: 30_000,
  use: {
    baseURL: `http://localhost:${ports.demo}`,
    locale: "en-US",
    launchOptions: {
      executablePath: chromiumProgram(),
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        // Pages that a test answers for are of no network, and could not call this machine.
        "--disable-features=LocalNetworkAccessChecks",
      ],
    },
  },
  webServer: Array.from({ length: workers }, (_, worker) => {
    const { demo, login } = portsOf(worker);
    return {
      command: "node scripts/start.js",
      cwd: "../..",
      // Ready when the Login server is, which starts after the demo.
      url: `http://localhost:${login}/mailbox.json`,
      env: { PORT: String(demo), LOGIN_PORT: String(login) },
      timeout: 300_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    };
  }),
});

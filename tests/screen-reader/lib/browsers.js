// The browsers, as a player starts them: with their windows, and with nothing that drives them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromiumProgram, firefoxProgram } from "../../../scripts/lib/tools.js";
import { chromiumArgs } from "../../support/browsers.js";

/** No start pages, questions, or connections of their own. */
const firefoxPreferences = {
  "accessibility.force_disabled": -1,
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.preonboarding.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "signon.rememberSignons": false,
  "startup.homepage_welcome_url": "",
  "termsofuse.bypassNotification": true,
  "toolkit.telemetry.enabled": false,
  "trailhead.firstrun.didSeeAboutWelcome": true,
};

/** The commands that show a page, with a profile of their own. */
export const browsers = {
  chromium: (url, profile) => [
    chromiumProgram(),
    ...chromiumArgs,
    "--disable-gpu",
    "--force-renderer-accessibility",
    "--no-default-browser-check",
    "--no-first-run",
    "--password-store=basic",
    `--user-data-dir=${profile}`,
    url,
  ],
  firefox(url, profile) {
    mkdirSync(profile);
    const lines = Object.entries(firefoxPreferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    return [firefoxProgram(), "--no-remote", "--profile", profile, url];
  },
  webkit: (url) => ["/usr/bin/python3", new URL("../webkit.py", import.meta.url).pathname, url],
};

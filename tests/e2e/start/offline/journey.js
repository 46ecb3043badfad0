// A player's way through the demo: request a link, read the mail, set a new password, sign in. Reports as JSON.

import { startDemo } from "../../../../scripts/lib/demo.js";
import { accountsOf } from "../../../support/accounts.js";
import { launchChromium } from "../../../support/browsers.js";

const password = "battery staple";

const { demo, login, stop } = await startDemo({ quiet: true });
const { mailsTo, signIn } = accountsOf(login);
const browser = await launchChromium();
try {
  const page = await browser.newPage({ locale: "en-US" });
  const form = page.locator("password-reset-form, new-password-form");

  async function send(text) {
    await form.locator("[part=input]").fill(text);
    await form.locator("[part=input]").press("Enter");
  }

  await page.goto(demo);
  const isOnLine = await page.evaluate(() => navigator.onLine);
  await send("John");
  await form.locator("[part=edit]").waitFor();
  const [mail] = await mailsTo("john@example.com");
  await page.goto(mail.link);
  await send(password);
  await page.locator("#sign-in").waitFor();
  const statuses = { oldPassword: await signIn("John", "old-password"), newPassword: await signIn("John", password) };
  await page.locator("#sign-in").click();
  await page.locator("#username").fill("John");
  await page.locator("#password").fill(password);
  await page.locator("#sign-in button").click();
  await page.locator("#welcome").waitFor();
  const heading = await page.locator("h1").textContent();
  console.log(JSON.stringify({ isOnLine, statuses, heading }));
} finally {
  await browser.close();
  await stop();
}

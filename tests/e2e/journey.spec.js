// All seven steps, from a lost password to signed in.

import { expect, formOn, mailsTo, signIn, test } from "./support.js";

const wordsOf = {
  en: { sent: "If an account matches", set: "Your new password is set", signIn: "Sign in", welcome: "Welcome back" },
  ar: { sent: "إذا كان هناك حساب", set: "تم تعيين كلمة المرور", signIn: "تسجيل الدخول", welcome: "مرحبًا بعودتك" },
};

for (const [language, words] of Object.entries(wordsOf)) {
  test.describe(language, () => {
    test.use({ locale: language });

    test("by keyboard alone, to the end", async ({ page }) => {
      const tabTo = async (target) => {
        for (let count = 0; count < 30; count++) {
          await page.keyboard.press("Tab");
          if (await target.evaluate((element) => element.getRootNode().activeElement === element)) return;
        }
        throw new Error("Not reached by Tab");
      };
      await page.goto("/");
      const { field, status, submit } = formOn(page);
      await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
      await expect(field).toBeVisible();
      await tabTo(field);
      await page.keyboard.type("amir");
      await tabTo(submit);
      await page.keyboard.press("Space");
      await expect(status).toContainText(words.sent);

      const [mail] = await mailsTo("amir@example.ae");
      expect(mail.language).toBe(language);
      await page.goto(mail.link);
      await expect(field).toBeVisible();
      await tabTo(field);
      await page.keyboard.type("battery staple");
      await page.keyboard.press("Enter");
      await expect(status).toContainText(words.set);

      const go = page.getByRole("link", { name: words.signIn });
      await tabTo(go);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/signed-in.html");
      await expect(page.locator("#direction")).toBeVisible();
      await tabTo(page.locator("#username"));
      await page.keyboard.type("amir");
      await page.keyboard.press("Tab");
      await page.keyboard.type("old-password");
      await page.keyboard.press("Enter");
      await expect(page.locator("#error")).not.toBeEmpty();
      await page.locator("#password").fill("battery staple");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: words.welcome })).toBeFocused();
      expect(await signIn("amir", "old-password")).toBe(401);
    });
  });
}

test("the sign-in page takes a submission once it can handle it", async ({ page }) => {
  const script = new Promise((resolve) => page.route("**/signed-in.js", resolve));
  await page.goto("/signed-in.html", { waitUntil: "commit" });
  await page.locator("#username").fill("John");
  await page.locator("#password").fill("old-password");
  const submit = page.locator("#sign-in button");
  await expect(submit).toBeDisabled();
  await (await script).continue();
  await submit.click();
  await expect(page.locator("#welcome")).toBeVisible();
});

/** What is left after a reload: nothing that nobody asked for, and everything that somebody did. */
import { expect, test } from "./page.js";

/** @param {import("./page.js").Reader} reader */
async function sample({ page, article }) {
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await expect(article.locator("article")).toContainText("Ferry strike");
}

test("kept only when asked, with its corrections, and forgotten for good", async ({ reader, page }) => {
  await sample(reader);
  await page.reload();
  await expect(page.getByRole("button", { name: /Continue with/ })).toHaveCount(0);
  if (await reader.box.isHidden()) await page.getByRole("button", { name: "New" }).click();
  await sample(reader);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByLabel("Keep this article").check();
  await page.keyboard.press("Escape");
  await page.locator("press-mark-published").getByRole("button", { name: "Change date" }).click();
  await page.locator("press-mark-published input").fill("2027-03-05");
  await page.locator("press-mark-published").getByRole("button", { name: "Count from this day" }).click();
  await expect(page.locator("press-mark-published")).toContainText("5 March 2027");
  await page.waitForTimeout(300);
  await page.reload();
  await expect(reader.article).toBeVisible();
  if (await reader.box.isHidden()) await page.getByRole("button", { name: "New" }).click();
  await page.getByRole("button", { name: /Continue with “Ferry strike/ }).click();
  await expect(page.locator("press-mark-published")).toContainText("5 March 2027");
  await page.getByRole("button", { name: "New" }).click();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("button", { name: /Continue with/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: /Continue with/ })).toHaveCount(0);
});

/** The page as one file, opened from the disk. */
import { expect, test } from "@playwright/test";
import { pathToFileURL } from "node:url";
import { oneFile } from "../../scripts/one-file.js";
import { accessible } from "./page.js";

test("pressmark.html works from the disk, without a network and under its own rules", async ({ page, context }) => {
  const file = await oneFile();
  /** @type {string[]} */
  const seen = [];
  page.on("request", (request) => seen.push(request.url()));
  page.on("pageerror", (error) => seen.push(String(error)));
  await context.setOffline(true);
  await page.goto(pathToFileURL(file).href);
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await expect(page.locator("#article article")).toContainText("Ferry strike called off");
  await expect(page.locator("press-mark-published")).toContainText("3 June 2024");
  await expect(page.locator("link[rel=manifest], #one-file")).toHaveCount(0);
  await accessible(page);
  expect(seen.filter((url) => !url.startsWith("data:") && url !== pathToFileURL(file).href)).toEqual([]);
});

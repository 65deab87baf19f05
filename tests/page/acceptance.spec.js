/** The real engine on the article that the product is judged by, which is no part of the repository. */
import { existsSync, readFileSync } from "node:fs";
import { expect, picture, test } from "./page.js";

const PLACE = new URL("../../../shared/gold/acceptance-article.txt", import.meta.url);

test("the acceptance article: seven quotations by one speaker, and the year worked out", async ({ reader, page, browserName }) => {
  test.skip(!existsSync(PLACE), "SKIPPED: ../shared/gold/acceptance-article.txt is not here");
  await page.setViewportSize({ width: 1360, height: 900 });
  await reader.paste(readFileSync(PLACE, "utf8"));
  const published = page.locator("press-mark-published");
  await expect(published).toContainText("Published Wednesday 9 October 2019");
  await expect(published).toContainText("Why 2019?");
  const speakers = page.locator("press-mark-speakers summary");
  await expect(speakers).toHaveCount(1);
  await expect(speakers).toContainText("Im Chon Il");
  await expect(speakers).toContainText("7quotes");
  await picture(reader, browserName, "acceptance");
});

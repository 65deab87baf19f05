/** `node scripts/screenshot.js`: takes the README's picture of the page with its sample article, `www/screenshot.png`. Needs what `npm run build` makes. */

import { chromium } from "@playwright/test";
import { once } from "node:events";
import { createServer } from "node:http";
import sirv from "sirv";
import { browsers } from "./browsers.js";
import { root } from "./run.js";

const server = createServer(sirv(`${root}www`, { dev: true })).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await chromium.launch(browsers.chromium);
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 760 }, colorScheme: "light" });
  await page.goto(`http://127.0.0.1:${port}`);
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await page.locator("press-mark-speakers summary").first().waitFor();
  await page.mouse.click(1, 1); // no ring of focus in the picture
  await page.screenshot({ path: `${root}www/screenshot.png` });
} finally {
  await browser.close();
  server.close();
}

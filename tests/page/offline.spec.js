/** The page opens again without a network: with a server of its own, and a real service worker. */
import { test as base, expect } from "@playwright/test";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import sirv from "sirv";
import { files } from "../../scripts/files.js";
/** @import { Page } from "@playwright/test" */

const WWW = new URL("../../www/", import.meta.url);

/** A server of the page that can be another version, and gone. */
const test = base.extend(/** @type {any} */ ({
  server: async (/** @type {object} */ {}, /** @type {(server: object) => Promise<void>} */ use) => {
    await files();
    const serve = sirv(WWW.pathname, { dev: true });
    const state = { asked: /** @type {string[]} */ ([]), list: await readFile(new URL("files.js", WWW), "utf8"), address: "" };
    const server = createServer((request, response) => {
      state.asked.push(request.url ?? "");
      if (request.url === "/files.js") response.setHeader("content-type", "text/javascript").end(state.list);
      else serve(request, response);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    state.address = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`;
    await use(Object.assign(state, { gone: () => (server.closeAllConnections(), server.close()) }));
    server.close();
  },
}));
test.use({ serviceWorkers: "allow" });

/** @param {Page} page */
function kept(page) {
  return page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.keys()));
}

test("after the first visit it opens without a network, and asks for no more than its own files", async (/** @type {any} */ { page, server }) => {
  /** @type {string[]} */
  const problems = [];
  page.on("pageerror", (/** @type {Error} */ error) => problems.push(String(error)));
  await page.goto(server.address);
  expect(await kept(page)).toHaveLength(1);
  const listed = JSON.parse(/FILES = ([^;]*)/.exec(server.list)?.[1] ?? "[]").map((/** @type {string} */ file) => new URL(file, server.address).pathname);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name)).filter(({ protocol }) => protocol === "http:").map(({ pathname }) => pathname));
  expect(loaded.filter((/** @type {string} */ path) => !listed.includes(path)), "what the page loads is listed").toEqual([]);
  expect(server.asked.filter((/** @type {string} */ path) => ![...listed, "/service-worker.js", "/files.js", "/favicon.ico"].includes(path))).toEqual([]);

  const asked = server.asked.length;
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await page.locator("press-mark-speakers summary").first().waitFor();
  expect(server.asked.slice(asked), "nothing is asked for once it is there").toEqual([]);

  server.gone();
  await page.goto(server.address);
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await page.locator("press-mark-speakers summary").first().waitFor();
  expect(await page.evaluate(() => fetch("/").then(() => "it went through", () => "refused")), "the page's own rules hold").toBe("refused");
  expect(problems).toEqual([]);
});

test("another version takes the place of the one before, whole", async (/** @type {any} */ { page, server }) => {
  await page.goto(server.address);
  const [before] = await kept(page);
  server.list = server.list.replace(/VERSION = "\w+"/, 'VERSION = "another"');
  await page.reload();
  await expect.poll(() => kept(page), { timeout: 30_000 }).toEqual(["pressmark another"]);
  expect(before).not.toBe("pressmark another");
  server.gone();
  await page.reload();
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await page.locator("press-mark-speakers summary").first().waitFor();
});

/** The examples, as somebody who copies one of them has them: built by Vite, opened, clicked. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { expect, test as base } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { ORIGIN, Reader, test } from "./page.js";
/** @import { Plugin } from "vite" */

const ROOT = new URL("../../", import.meta.url);

/** @type {Readonly<Record<string, () => Plugin[]>>} */
const FRAMEWORKS = {
  react: () => [],
  vue: () => [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("press-mark") } } })],
  svelte: () => /** @type {Plugin[]} */ ([svelte({ configFile: false })].flat(2)),
};

for (const [name, plugins] of Object.entries(FRAMEWORKS)) {
  base(name, async ({ page }) => {
    const reader = new Reader(page);
    for (const [path, body] of await built(name, plugins())) reader.files.set(path, body);
    await reader.open("/index.html");
    const article = page.locator("press-mark article");
    await expect(article).toHaveText("“We will appeal,” said Ada Quill.");
    await expect(page.getByText("1 quotations")).toBeVisible();
    await page.locator("press-mark-speakers summary").click();
    await expect(article.locator(".hot")).toHaveCount(2);
    await article.locator("mark.direct").click();
    await page.getByRole("button", { name: "Not a quotation" }).click();
    await expect(page.getByText("0 quotations"), "the framework hears of it").toBeVisible();
    expect(reader.problems).toEqual([]);
  });
}

test("plain: a form, its own styles and its own rules", async ({ reader, page }) => {
  for (const file of ["index.html", "style.css", "form.js"]) reader.files.set(`/examples/plain/${file}`, await readFile(new URL(`examples/plain/${file}`, ROOT)));
  await page.route(`${ORIGIN}/www/**`, async (route) => {
    const body = await readFile(new URL(`.${new URL(route.request().url()).pathname}`, ROOT));
    await route.fulfill({ body, contentType: "text/javascript" });
  });
  await page.goto(`${ORIGIN}/examples/plain/index.html`);
  await expect(page.locator("press-mark article .direct")).toHaveCSS("background-color", "rgb(230, 230, 250)");
  await expect(page.locator("press-mark-speakers")).toContainText("Ada Quill");
  await page.locator("press-mark article .indirect").click();
  await page.getByRole("button", { name: "Not a quotation" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("1 quotations sent")).toBeVisible();
});

/**
 * @param {string} name
 * @param {Plugin[]} plugins
 * @returns {Promise<[path: string, body: string | Buffer][]>}
 */
async function built(name, plugins) {
  const root = fileURLToPath(new URL(`examples/${name}/`, ROOT));
  const alias = { "pressmark/element/define": fileURLToPath(new URL("www/lib/element/define.js", ROOT)) };
  const made = await build({ configFile: false, root, plugins, logLevel: "error", resolve: { alias }, build: { write: false } });
  const { output } = /** @type {{ output: ({ fileName: string } & ({ code: string } | { source: string | Uint8Array }))[] }} */ ([made].flat()[0]);
  return output.map((file) => [`/${file.fileName}`, "code" in file ? file.code : Buffer.from(file.source)]);
}

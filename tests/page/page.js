/**
 * Opens the page straight from `www`, without a server: every request is answered from the folder and written down.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
/** @import { Page, Route } from "@playwright/test" */

export { expect };
export const ORIGIN = "https://pressmark.test";
const WWW = new URL("../../www/", import.meta.url);
/** @type {Readonly<Record<string, string>>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json" };

/** What one test sees of the page. */
export class Reader {
  /** @type {string[]} */
  requests = [];
  /** Files that are not in `www`, by their path. @type {Map<string, string | Buffer>} */
  files = new Map();
  /** What went wrong in the page: exceptions and broken content security rules. @type {string[]} */
  problems = [];

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.article = page.locator("#article");
    this.text = this.article.locator("article");
    this.box = this.article.getByRole("textbox", { name: "Article text" });
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("pageerror", (error) => this.problems.push(String(error)));
    page.on("console", (message) => message.type() === "error" && this.problems.push(message.text()));
  }

  async open(path = "/index.html") {
    await this.page.route("**/*", (route) => this.#answer(route));
    await this.page.goto(`${ORIGIN}${path}`);
    await this.page.evaluate(async () => {
      await customElements.whenDefined("press-mark");
      await Promise.all([...document.querySelectorAll("press-mark")].map((element) => Reflect.get(element, "ready")));
    });
  }

  /**
   * Puts something on the clipboard and pastes it with the keyboard, as a person does.
   *
   * @param {string} text
   * @param {string} [html]
   */
  async paste(text, html) {
    await this.clip(text, html);
    await this.box.focus();
    await this.page.keyboard.press("Control+V");
  }

  /**
   * @param {string} text
   * @param {string} [html]
   */
  async clip(text, html) {
    await this.page.evaluate(([text = "", html = ""]) => {
      const area = document.body.appendChild(document.createElement("textarea"));
      const copy = (/** @type {ClipboardEvent} */ event) => {
        event.preventDefault();
        event.clipboardData?.setData("text/plain", text);
        if (html) event.clipboardData?.setData("text/html", html);
      };
      area.value = "x";
      area.addEventListener("copy", copy);
      area.select();
    }, [text, html]);
    await this.page.keyboard.press("Control+C");
    await this.page.evaluate(() => document.body.lastElementChild?.remove());
  }

  /** What is on the clipboard after copying, read by pasting it into a field. */
  async clipboard() {
    await this.page.evaluate(() => document.body.append(Object.assign(document.createElement("textarea"), { id: "clipboard" })));
    await this.page.locator("#clipboard").focus();
    await this.page.keyboard.press("Control+V");
    const text = await this.page.locator("#clipboard").inputValue();
    await this.page.evaluate(() => document.getElementById("clipboard")?.remove());
    return text;
  }

  /** Shows the article of `fixture.js`, or another text, with its own engine. @param {string} [text] */
  async fixture(text) {
    this.files.set("/fixture.js", await readFile(new URL("fixture.js", import.meta.url)));
    await this.page.evaluate(async (text) => {
      const [{ annotator, TEXT }, { Session }] = await Promise.all([import(String("/fixture.js")), import(String("/lib/session.js"))]);
      const article = document.getElementById("article");
      Object.assign(/** @type {object} */ (article), { session: new Session(annotator), value: text ?? TEXT });
    }, text);
  }

  /** @param {Route} route */
  async #answer(route) {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    try {
      const body = this.files.get(pathname) ?? (await readFile(new URL(`.${pathname}`, WWW)));
      await route.fulfill({ body, contentType: TYPES[extname(pathname)] ?? "application/octet-stream" });
    } catch {
      await route.fulfill({ status: 404 });
    }
  }
}

export const test = /** @type {typeof base.extend<{ reader: Reader }>} */ (base.extend)({
  reader: async ({ page }, use) => {
    const reader = new Reader(page);
    await reader.open();
    await use(reader);
    expect(reader.problems, "nothing went wrong in the page").toEqual([]);
  },
});

/**
 * Keeps a picture in `artefacts/`, outside of git.
 *
 * @param {Reader} reader
 * @param {string} browser
 * @param {string} name
 */
export async function picture({ page, problems }, browser, name) {
  const before = problems.length;
  await page.screenshot({ path: `artefacts/${browser}-${name}.png` });
  problems.length = before; // The test runner's own style for the picture is refused by the page's rules.
}

/** @param {Page} page */
export async function accessible(page) {
  const { violations } = await new AxeBuilder({ page: /** @type {any} */ (page) }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}

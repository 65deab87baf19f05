/** Every state in light and dark, wide and narrow: nothing that axe-core objects to, nothing cut off, and a picture to look at. */
import { accessible, expect, picture, test } from "./page.js";
/** @import { Page } from "@playwright/test" */
/** @import { Reader } from "./page.js" */

const SIZES = { desktop: { width: 1360, height: 900 }, tablet: { width: 820, height: 1180 }, mobile: { width: 390, height: 844 } };
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** @type {Readonly<Record<string, (reader: Reader) => Promise<void>>>} */
const STATES = {
  empty: async () => {},
  reading: async ({ page }) => page.locator("#sample").click(),
  marked: (reader) => reader.fixture(),
  chosen: async (reader) => {
    await reader.fixture();
    await reader.text.getByText("the books were burnt").click();
  },
  marking: async (reader) => {
    await reader.fixture();
    await reader.page.evaluate(async () => {
      const [{ annotator, TEXT }, { Session }] = await Promise.all([import(String("/fixture.js")), import(String("/lib/session.js"))]);
      const all = async function* () { await new Promise(() => {}); };
      const slow = { ...annotator, parts: (/** @type {string} */ text) => ({ first: annotator.annotate(text), all }) };
      Object.assign(document.getElementById("article") ?? {}, { session: new Session(slow, TEXT) });
    });
    await reader.article.getByRole("button", { name: "Stop" }).waitFor();
  },
  editing: async (reader) => {
    await reader.fixture();
    await reader.text.press("e");
  },
};

/** What opens over them, seen wide and light, and narrow and dark. @type {typeof STATES} */
const OPENED = {
  dating: async (reader) => {
    await reader.fixture();
    await reader.page.getByRole("button", { name: "Change date" }).first().click();
  },
  naming: async (reader) => {
    await reader.fixture();
    await reader.page.locator("press-mark-names").evaluate((element) => element.shadowRoot?.querySelectorAll("details").forEach((details) => (details.open = true)));
    await reader.page.getByRole("button", { name: "Add a name" }).click();
  },
  exporting: async (reader) => {
    await reader.fixture();
    await reader.page.getByRole("button", { name: "Export" }).click();
    await reader.page.getByText("For other programs").click();
  },
  helping: async (reader) => {
    await reader.page.getByRole("button", { name: "Your text stays on this device" }).click();
  },
  "not opened": async (reader) => {
    await reader.article.locator("input[type=file]").setInputFiles({ name: "broken.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK") });
    await reader.article.getByRole("alert").or(reader.article.getByRole("status")).filter({ hasText: "broken.docx" }).first().waitFor();
  },
};

/** @typedef {{ size: keyof typeof SIZES, scheme: "light" | "dark" }} Look */
const ALL = Object.keys(SIZES).flatMap((size) => SCHEMES.map((scheme) => /** @type {Look} */ ({ size, scheme })));
const TWO = /** @type {Look[]} */ ([{ size: "desktop", scheme: "light" }, { size: "mobile", scheme: "dark" }]);

for (const [states, looks] of /** @type {const} */ ([[STATES, ALL], [OPENED, TWO]])) {
  for (const [state, reach] of Object.entries(states)) {
    test(`${state}, wide and narrow, light and dark`, async ({ reader, page, browserName }) => {
      await page.setViewportSize(SIZES.desktop);
      await reach(reader);
      for (const { size, scheme } of looks) {
        await page.setViewportSize(SIZES[size]);
        await choose(page, browserName, scheme);
        await test.step(`${size}, ${scheme}`, async () => {
          await accessible(page);
          await fits(page);
          await picture(reader, browserName, `${state}-${size}-${scheme}`);
        });
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await fits(page);
    });
  }
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`text twice as large still fits, ${size}`, async ({ reader, page, browserName }) => {
    await page.setViewportSize(viewport);
    await reader.fixture();
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await fits(page);
    const lines = await page.locator(".tabs a").evaluateAll((tabs) => tabs.map((tab) => {
      const words = document.createRange();
      words.selectNodeContents(/** @type {Node} */ (tab.lastChild));
      return words.getClientRects().length;
    }));
    expect(Math.max(...lines), "no word of a tab is broken").toBeLessThan(2);
    await picture(reader, browserName, `marked-large-text-${size}`);
  });
}

test("the tab of what is read is the marked one, also when a wide window becomes narrow", async ({ reader, page }) => {
  const current = page.locator(".tabs a[aria-current=true]");
  await page.setViewportSize(SIZES.desktop);
  await reader.fixture();
  await page.locator("#dates").scrollIntoViewIfNeeded();
  await page.setViewportSize(SIZES.mobile);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(current).toHaveAttribute("href", "#article");
  for (const section of ["#check", "#speakers", "#dates", "#organisations"]) {
    await page.locator(`.tabs a[href="${section}"]`).click();
    await expect(current).toHaveAttribute("href", section);
  }
});

test("buttons of the export sheet keep apart, on a phone as well", async ({ reader, page }) => {
  await page.setViewportSize(SIZES.mobile);
  await reader.fixture();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByText("For other programs").click();
  const close = await page.locator("#export button").evaluateAll((buttons) => {
    const boxes = buttons.map((button) => button.getBoundingClientRect()).filter(({ width }) => width > 0);
    const apart = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) => a.right + 2 < b.left || b.right + 2 < a.left || a.bottom + 2 < b.top || b.bottom + 2 < a.top;
    return boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => !apart(a, b))).length;
  });
  expect(close).toBe(0);
});

test("forced colours keep the shapes", async ({ reader, page, browserName }) => {
  test.skip(browserName === "firefox", "Firefox has no emulation of forced colours");
  await page.emulateMedia({ forcedColors: "active" });
  await reader.fixture();
  await expect(reader.text.locator(".person").first()).toHaveCSS("border-bottom-style", "solid");
  await expect(reader.text.locator(".organisation").first()).toHaveCSS("border-bottom-style", "double");
  await expect(reader.text.locator(".date").first()).toHaveCSS("border-bottom-style", "dotted");
  await picture(reader, browserName, "marked-forced-colours");
});

test("a print sheet has the text, the key and the lists, and no buttons", async ({ reader, page, browserName }) => {
  test.skip(browserName === "firefox", "Debian's Firefox does not emulate print for a test");
  await reader.fixture();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "New" })).toBeHidden();
  await expect(page.locator("press-mark-speakers").getByText("head, Osterby Weavers’ Guild")).toBeVisible();
  await page.screenshot({ path: `artefacts/${browserName}-print.png`, fullPage: true });
});

for (const viewport of [SIZES.mobile, { width: 1024, height: 420 }]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });
    test("the pop-over leaves the words to be seen", async ({ reader, page }) => {
      await reader.fixture();
      for (const words of ["Nobody else would.", "“will not sign”", "the books were burnt"]) {
        await reader.text.getByText(words).click();
        await expect.poll(() => page.evaluate(() => {
          const root = document.getElementById("article")?.shadowRoot;
          const [sheet, mark] = [".details:popover-open", ".hot"].map((name) => root?.querySelector(name)?.getBoundingClientRect());
          const bar = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
          return sheet && mark && (mark.bottom <= sheet.top || mark.top >= sheet.bottom) && mark.top >= 0 && mark.top >= Math.min(bar, 60);
        }), words).toBe(true);
        await page.keyboard.press("Escape");
      }
    });
  });
}

/**
 * Debian's Firefox cannot be told which scheme the system prefers, so the page is told.
 *
 * @param {Page} page
 * @param {string} browser
 * @param {"light" | "dark"} colorScheme
 */
async function choose(page, browser, colorScheme) {
  if (browser === "firefox") await page.evaluate((scheme) => (document.documentElement.dataset.theme = scheme), colorScheme);
  else await page.emulateMedia({ colorScheme });
}

/** @param {Page} page */
async function fits(page) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(wide).toBeLessThanOrEqual(room ?? 0);
}

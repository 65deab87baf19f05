/** The page as an app of its own. */
import { expect, test } from "./page.js";

test("it can be installed", async ({ reader, page, browserName }) => {
  test.skip(browserName === "firefox", "Firefox installs no pages");
  const devtools = await page.context().newCDPSession(page);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? "{}").display).toBe("standalone");
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  const ofTheTest = ["in-incognito", "not-from-secure-origin"]; // its browser keeps nothing, and it answers in place of a server
  expect(installabilityErrors.filter(({ errorId }) => !ofTheTest.includes(errorId))).toEqual([]);
  expect(reader.requests.filter((url) => url.endsWith("/manifest.json")).length).toBeLessThanOrEqual(1);
});

test("one file to take along is offered where it is told how to check the page", async ({ reader: { page } }) => {
  await page.getByRole("button", { name: "Your text stays" }).click();
  await expect(page.getByRole("link", { name: "as one file" })).toHaveAttribute("href", "pressmark.html");
});

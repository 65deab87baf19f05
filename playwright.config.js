import { defineConfig } from "@playwright/test";
import { browsers } from "./scripts/browsers.js";

const { channel, ...firefox } = browsers.firefox;

/** The page as a reader uses it, in the browsers of the system: `apt-get install chromium firefox-esr`. */
export default defineConfig({
  testDir: "tests/page",
  outputDir: "artefacts/playwright",
  reporter: [["list"]],
  fullyParallel: true,
  workers: 2,
  timeout: 180_000, // of a busy machine
  retries: 1, // `npm test` names what needed it
  expect: { timeout: 20_000 },
  use: { serviceWorkers: "block" }, // what it asks for cannot be answered in place of a server
  projects: [
    { name: "chromium", use: { browserName: "chromium", launchOptions: browsers.chromium } },
    { name: "firefox", use: { browserName: "firefox", channel, launchOptions: firefox } },
  ],
});

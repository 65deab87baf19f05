import { defineConfig } from "@playwright/test";

/** Keeps Chromium from calling home. */
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--no-first-run", "--disable-quic",
];

/** The page as a reader uses it, in the browsers of the system: `apt-get install chromium firefox-esr`. */
export default defineConfig({
  testDir: "tests/page",
  outputDir: "artefacts/playwright",
  reporter: [["list"]],
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  projects: [
    { name: "chromium", use: { browserName: "chromium", launchOptions: { executablePath: "/usr/bin/chromium", args: QUIET } } },
    { name: "firefox", use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: "/usr/bin/firefox-esr" } } },
  ],
});

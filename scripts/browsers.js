/** How Playwright starts the browsers of Debian; Playwright's own downloads are not needed. */

export const browsers = {
  chromium: {
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"],
  },
  firefox: { channel: "moz-firefox", executablePath: "/usr/bin/firefox-esr" },
};

/** Runs `tests/wasm.rs` in Chromium and in Firefox: serves it with wasm-bindgen's runner, opens the page, reads what it prints. */

import { chromium, firefox } from "@playwright/test";
import { spawn } from "node:child_process";
import { browsers } from "./browsers.js";
import { root } from "./run.js";

const ADDRESS = "127.0.0.1:4185";

const server = spawn("cargo", ["test", "--locked", "--target", "wasm32-unknown-unknown", "--test", "wasm"], {
  cwd: root,
  detached: true,
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    NO_HEADLESS: "1",
    WASM_BINDGEN_TEST_ADDRESS: ADDRESS,
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: `${root}target/debug/wasm-test-runner`,
  },
});
try {
  await served(server);
  for (const [name, launcher] of /** @type {const} */ ([["chromium", chromium], ["firefox", firefox]])) {
    const browser = await launcher.launch(browsers[name]);
    const page = await browser.newPage();
    await page.goto(`http://${ADDRESS}`);
    const output = page.locator("#output", { hasText: "test result: " });
    await output.waitFor({ state: "attached", timeout: 60_000 });
    const result = await output.innerText();
    console.log(`${name} ${browser.version()}\n${result}`);
    if (!result.includes("test result: ok")) process.exitCode = 1;
    await browser.close();
  }
} finally {
  if (server.exitCode === null && server.pid) process.kill(-server.pid);
}

/**
 * Waits for the line that says that the tests are served.
 *
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, null>} server
 */
function served(server) {
  return new Promise((done, fail) => {
    server.stdout.on("data", (output) => String(output).includes("available at") && done(undefined));
    server.on("exit", (status) => fail(new Error(`the tests were not built: exit status ${status}`)));
  });
}

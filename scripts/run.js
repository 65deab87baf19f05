import { execSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a command in the root of the repository, its output shown.
 *
 * @param {string} command
 */
export function run(command) {
  execSync(command, { cwd: root, stdio: "inherit" });
}

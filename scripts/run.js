import { execSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a command in the root of the repository, its output shown. Throws when it fails.
 *
 * @param {string} command
 */
export function run(command) {
  execSync(command, { cwd: root, stdio: "inherit" });
}

/**
 * What a command prints, or nothing when it fails or is not there.
 *
 * @param {string} command
 */
export function output(command) {
  try {
    return execSync(command, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

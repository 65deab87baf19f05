/** The texts that the command is given: files, and what is in folders. */

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * The files that a place stands for: itself, or of a folder, `.txt` and `.md` in it and below, in order of their names.
 *
 * @param {string} place
 * @returns {Promise<string[]>}
 */
export async function files(place) {
  return (await stat(place)).isDirectory() ? inside(place) : [place];
}

/** @param {string} folder */
async function inside(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.(txt|md)$/i.test(entry.name)).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

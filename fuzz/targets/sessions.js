/** Random changes to a session, against a fresh run. */

import { load } from "../../www/lib/node.js";
import { changed } from "../../tests/sessions.js";

/** @returns {Promise<(seed: number) => void>} */
export async function start() {
  const annotator = await load();
  return (seed) => void changed(annotator, seed);
}

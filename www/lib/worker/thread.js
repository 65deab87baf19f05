/**
 * The worker's script, for those who start it themselves: a module of their own that imports this one, given to
 * `createWorkerAnnotator({ worker })`.
 */

import { answer, transferred } from "./answer.js";

addEventListener("message", async ({ data }) => {
  const made = await answer(data);
  postMessage(made, { transfer: transferred(made) });
});

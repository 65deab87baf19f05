/** The worker's script in Node. */

import { parentPort } from "node:worker_threads";
import { answer, transferred } from "./answer.js";

parentPort?.on("message", async (message) => {
  const made = await answer(message);
  parentPort?.postMessage(made, transferred(made));
});

/** A thread of the pool: each line gets one answer, in order. */

import { parentPort, workerData } from "node:worker_threads";
import { load } from "../node.js";
import { answerLine } from "./line.js";

const annotator = await load();
parentPort?.on("message", (line) => parentPort?.postMessage(answerLine(annotator, line, workerData)));

/** `npm start`: builds and serves the page. */

import { createServer } from "node:http";
import { root, run } from "./run.js";
import { prepare } from "./toolchain.js";

prepare();
run("npm run --silent build");

const { default: sirv } = await import("sirv");
const page = sirv(`${root}www`, { dev: true });
const oneFile = sirv(`${root}dist`, { dev: true });
const server = createServer((request, response) => page(request, response, () => oneFile(request, response)));
server.on("error", (error) => {
  console.error(`The page cannot be served: ${error.message}. Another port: PORT=4181 npm start`);
  process.exit(1);
});
server.listen(Number(process.env.PORT ?? 4180), "127.0.0.1", () => {
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`pressmark is at http://localhost:${address.port} – Ctrl+C ends it`);
});

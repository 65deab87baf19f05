import { parse } from "chrono-node/en";

export async function load() {
  return (/** @type {string} */ text) => parse(text);
}

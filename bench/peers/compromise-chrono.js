import { parse } from "chrono-node/en";
import { names } from "./compromise.js";

export async function load() {
  return (/** @type {string} */ text) => [names(text), parse(text)];
}

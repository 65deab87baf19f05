/** The engine says the same in a browser as it does in Node, to the last letter. */
import { load } from "../../www/lib/node.js";
import { gold, invented, read } from "../texts.js";
import { expect, test } from "./page.js";
/** @import { Article } from "../texts.js" */
/** @import { Reader } from "./page.js" */

test("invented texts", ({ reader }) => same(reader, invented(3000)));

for (const { name, file, there } of gold) {
  test(name, ({ reader }) => {
    test.skip(!there, `no ../shared/${name}`);
    return same(reader, read(file));
  });
}

/**
 * @param {Reader} reader
 * @param {readonly Article[]} articles
 */
async function same(reader, articles) {
  await reader.open();
  const there = await reader.page.evaluate(async (articles) => {
    const { load } = await import(String("/lib/index.js"));
    const annotator = await load();
    return articles.map(({ text, published }) => JSON.stringify(annotator.annotate(text, { published })));
  }, articles);
  const annotator = await load();
  const here = articles.map(({ text, published }) => JSON.stringify(annotator.annotate(text, { published })));
  expect(here.filter((answer, at) => answer !== there[at])).toEqual([]);
  expect(there.length).toBe(here.length);
}

/** News that never happened, from templates: as much of it as is wanted, and the same each time. */

import { generator } from "../tests/random.js";
/** @import { Random } from "../tests/random.js" */

const FIRST = "Ada Otto Ines Tomas Mara Piet Lena Hugo Nora Emil Ruth Karl Vera Anton Edda Jonas Iris Felix Clara Bruno".split(" ");
const LAST = "Quill Brand Holm Varga Osei Lindqvist Marsh Tamura Okoro Hale Petrov Winters Sable Cho Ferreira Donner Aldous Krantz Mbeki Thorne".split(" ");
const PLACE = "Osterby Northgate Velden Marrow Saltmere Carrick Lunden Askew Pellworth Tarn Drayford Wick".split(" ");
const BODY = ["Harbour Board", "Weavers’ Guild", "Transport Authority", "Ministry of Works", "Rail Holdings plc", "University", "City Council", "Fisheries Commission", "Bank", "Steel Ltd", "Health Service", "Police"];
const POST = ["chief engineer", "spokeswoman", "director", "chairman", "deputy minister", "head of research", "treasurer", "union leader", "mayor", "chief executive"];
const THING = ["the new ferry", "a second bridge", "the closed mill", "the water tariff", "a dam on the Marrow", "the night train", "the old hospital", "an offshore wind farm", "the fishing quota", "the school budget"];
const CLAIM = ["the work would take three years", "nobody had been told of the fire", "the money ran out last April", "prices will rise by a fifth", "the contract had been signed in haste",
  "no one will lose a job", "the plan was never lawful", "the bridge is safe", "talks would go on through the summer", "the figures were wrong"];
const DAY = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MONTH = "January February March April May June July August September October November December".split(" ");
const TIME = ["yesterday", "last week", "in the spring of 2019", "two years ago", "next month", "at the end of the decade", "every Monday", "for three weeks", "on the weekend", "early this year"];
const SAID = ["said", "added", "insisted", "wrote", "explained", "shouted"];
const THAT = ["said", "argued", "claimed", "conceded", "warned", "denied"];

/** @typedef {{ random: Random, person: string, last: string, body: string, acronym: string }} Story  who it is about */

/** @type {((story: Story) => string)[]} */
const SENTENCES = [
  ({ random, person, body }) => `“${capital(sentence(random))},” ${pick(random, SAID)} ${person}, ${pick(random, POST)} of the ${body}. “${capital(sentence(random))}, and that is all there is to it.”`,
  ({ random, last }) => `${last} ${pick(random, THAT)} on ${pick(random, DAY)} that ${sentence(random)}, and that ${sentence(random)}.`,
  ({ random, last, acronym }) => `According to ${last}, the ${acronym} had paid for ${pick(random, THING)} ${pick(random, TIME)}.`,
  ({ random, body, acronym }) => `The ${body} (${acronym}) called ${pick(random, THING)} “${pick(random, ["a mistake", "long overdue", "the wrong answer to the right question", "our duty"])}” and promised an answer by ${date(random)}.`,
  ({ random, last }) => `He had met ${pick(random, FIRST)} ${pick(random, LAST)} in ${pick(random, PLACE)} ${pick(random, TIME)}, ${last} said, but denied having seen the papers.`,
  ({ random }) => `Work on ${pick(random, THING)} began on ${date(random)} and cost ${2 + random(80)} million, a third more than was planned ${pick(random, TIME)}.`,
  ({ random }) => `A clerk at the court in ${pick(random, PLACE)}, who asked not to be named, said ${sentence(random)}.`,
  ({ random }) => `Between ${1950 + random(40)} and ${1995 + random(28)} some ${1 + random(9)},${100 + random(900)} people left ${pick(random, PLACE)} for ${pick(random, PLACE)}; few came back.`,
  ({ random, person }) => `“Why now?” asked ${pick(random, FIRST)} ${pick(random, LAST)} of the ${pick(random, PLACE)} ${pick(random, BODY)}. “${capital(sentence(random))}.” She said she would write to ${person} ${pick(random, TIME)}.`,
  ({ random }) => `The road was closed from ${6 + random(4)}:${10 + random(49)} a.m. until ${pick(random, DAY)} evening, and traffic was sent round by the ${pick(random, PLACE)} bridge.`,
  ({ random, last, acronym }) => `Asked whether the ${acronym} would appeal, ${last} told the paper: “${capital(sentence(random))}. ${capital(sentence(random))}.”`,
  ({ random }) => `It is the ${4 + random(17)}th such vote since ${MONTH[random(12)]} ${2000 + random(24)}, and the first in which the smaller parties were heard.`,
];

/** How long an article is, within a sentence: what the figures of the table are for. */
export const LENGTH = 3000;

/**
 * One article with its headline and its date line.
 *
 * @param {number} seed
 * @param {number} [length] in bytes, about
 */
export function article(seed, length = LENGTH) {
  const random = generator(seed);
  const paragraphs = [`${pick(random, PLACE)} argues over ${pick(random, THING)}`];
  let left = length - bytes(paragraphs[0] ?? "");
  for (let story = begin(random), place = `${pick(random, PLACE).toUpperCase()}, ${date(random)} — `; left > 0; place = "") {
    const paragraph = place + Array.from({ length: 1 + random(3) }, () => pick(random, SENTENCES)(story)).join(" ");
    paragraphs.push(paragraph);
    left -= bytes(paragraph) + 2;
    if (random(4) === 0) story = begin(random);
  }
  return paragraphs.join("\n\n");
}

/**
 * Articles one after another, cut to a length in bytes that UTF-8 and the cut between characters allow.
 *
 * @param {number} length
 */
export function articles(length) {
  const all = [];
  for (let seed = 0, left = length; left > 0; seed += 1) {
    const next = article(seed);
    all.push(next);
    left -= bytes(next) + 2;
  }
  return Buffer.from(all.join("\n\n")).subarray(0, length).toString().replace(/\ufffd+$/, "");
}

/** @param {string} text */
export function bytes(text) {
  return Buffer.byteLength(text);
}

/** @param {Random} random @returns {Story} */
function begin(random) {
  const last = pick(random, LAST);
  const body = `${pick(random, PLACE)} ${pick(random, BODY)}`;
  return { random, last, person: `${pick(random, FIRST)} ${last}`, body, acronym: body.replace(/[^A-Z]/g, "") };
}

/** @param {Random} random */
function sentence(random) {
  return `${pick(random, CLAIM)}${random(3) === 0 ? ` because of ${pick(random, THING)}` : ""}`;
}

/** @param {Random} random */
function date(random) {
  return `${1 + random(28)} ${MONTH[random(12)]} ${2015 + random(10)}`;
}

/** @param {string} text */
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} items
 * @returns {T}
 */
function pick(random, items) {
  return /** @type {T} */ (items[random(items.length)]);
}

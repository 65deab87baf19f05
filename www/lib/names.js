/**
 * The user's list of names as a table that a spreadsheet opens: name, type, aliases, role, ignore.
 */
import { cell } from "./export/csv.js";
/** @import { NameEntry } from "./types.js" */

const COLUMNS = /** @type {const} */ (["name", "type", "aliases", "role", "ignore"]);
/** @typedef {Partial<Record<typeof COLUMNS[number], string>>} Row */

/** @param {readonly NameEntry[]} names */
export function namesToCSV(names) {
  const rows = names.map(({ name, type, aliases = [], role = "", ignore = false }) => [name, type, inWords(aliases, ";"), role, ignore ? "yes" : ""]);
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * Reads such a table. Columns are known by the words of the first line; without them they are in the order of {@link namesToCSV}.
 *
 * @param {string} csv
 * @returns {NameEntry[]}
 * @throws {TypeError} on a line that says no type, in words for people
 */
export function namesFromCSV(csv) {
  const rows = table(csv.replace(/^\ufeff/, "")).filter((cells) => cells.some((cell) => cell !== ""));
  const head = rows[0]?.map((cell) => cell.toLowerCase()) ?? [];
  const titled = head.includes("name");
  const columns = titled ? head : COLUMNS;
  return rows.slice(titled ? 1 : 0).map((cells) => entry(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]))));
}

/**
 * Those of a list that a text has in it, so that no others go where the text goes.
 *
 * @param {string} text
 * @param {readonly NameEntry[]} names
 * @returns {readonly NameEntry[]}
 */
export function namesIn(text, names) {
  if (names.length === 0) return names;
  const there = text.toLowerCase();
  return names.filter(({ name, aliases = [] }) => [name, ...aliases].some((words) => there.includes(words.toLowerCase())));
}

/**
 * Two lists as one; of two entries with one name, the first counts.
 *
 * @param {readonly NameEntry[]} first
 * @param {readonly NameEntry[]} second
 * @returns {NameEntry[]}
 */
export function joined(first, second) {
  const known = new Set(first.map(({ name }) => name));
  return [...first, ...second.filter(({ name }) => !known.has(name))];
}

/**
 * @param {Row} row
 * @returns {NameEntry}
 */
function entry({ name = "", type = "", aliases = "", role = "", ignore = "" }) {
  if (!/\p{L}/u.test(name)) throw new TypeError(`“${name}” is no name: it has no letter.`);
  const leave = /^(yes|true|1|x|ignore)$/i.test(ignore);
  return nameEntry(name, typeOf(name, type, leave), fromWords(aliases, ";"), role, leave);
}

/**
 * An entry that says nothing of what it has not.
 *
 * @param {string} name
 * @param {NameEntry["type"]} type
 * @param {readonly string[]} aliases
 * @param {string} role
 * @param {boolean} ignore
 * @returns {NameEntry}
 */
export function nameEntry(name, type, aliases, role, ignore) {
  return { name, type, ...(aliases.length > 0 && { aliases }), ...(role && { role }), ...(ignore && { ignore }) };
}

/**
 * Aliases as a person writes them one after the other; one that has a separator in it stands in quotation marks.
 *
 * @param {readonly string[]} aliases
 * @param {string} separators the first is written
 */
export function inWords(aliases, separators) {
  const written = aliases.map((alias) => (alias.startsWith('"') || [...separators].some((separator) => alias.includes(separator)) ? quoted(alias) : alias));
  return written.join(`${separators[0]} `);
}

/**
 * @param {string} words
 * @param {string} separators
 * @returns {string[]}
 */
export function fromWords(words, separators) {
  const parts = words.matchAll(new RegExp(`\\s*("(?:[^"]|"")*"(?=\\s*(?:[${separators}]|$))|[^${separators}]*)[${separators}]?`, "g"));
  return [...parts].map(([, part = ""]) => bare(part.trim())).filter(Boolean);
}

/** @param {string} words */
function quoted(words) {
  return `"${words.replaceAll('"', '""')}"`;
}

/** @param {string} words */
function bare(words) {
  return /^"(?:[^"]|"")*"$/.test(words) ? words.slice(1, -1).replaceAll('""', '"') : words;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {boolean} leave names to be left alone may be of any type
 */
function typeOf(name, type, leave) {
  if (/^p/i.test(type)) return "person";
  if (/^o/i.test(type) || (leave && !type)) return "organisation";
  throw new TypeError(`“${name}” has no type: the second column should say person or organisation.`);
}

/**
 * Comma-separated values, RFC 4180; a semicolon counts where the first line has no comma, as spreadsheets write it in some countries.
 *
 * @param {string} csv
 * @returns {string[][]}
 */
function table(csv) {
  const comma = /^[^\n]*,/.test(csv) ? "," : ";";
  const cells = new RegExp(`("(?:[^"]|"")*"|[^${comma}\\r\\n]*)(${comma}|\\r?\\n|\\r|$)`, "gy");
  /** @type {string[][]} */
  const rows = [[]];
  for (const [whole, cell = "", end] of csv.matchAll(cells)) {
    rows.at(-1)?.push(plain(cell));
    if (end !== comma) rows.push([]);
    if (whole === "" || end === "") break;
  }
  return rows;
}

/** Without quotation marks and without the apostrophe that disarms a formula. @param {string} cell */
function plain(cell) {
  return bare(cell).replace(/^'(?=[=+\-@＝＋－＠])/, "").trim();
}

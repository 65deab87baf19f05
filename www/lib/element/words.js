/**
 * How findings are put into words for people: dates, kinds, certainty.
 */
/** @import { Certainty, DateMark, EntityType, QuoteKind } from "../types.js" */

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** @type {Readonly<Record<string, string>>} */
const SEASONS = { SP: "spring", SU: "summer", FA: "autumn", AU: "autumn", WI: "winter" };
/** @type {Readonly<Record<string, string>>} */
const TIMES_OF_DAY = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
/** @type {Readonly<Record<string, string>>} */
const REFERENCES = { PAST_REF: "some time ago", PRESENT_REF: "now", FUTURE_REF: "some time to come" };
/** @type {Readonly<Record<string, string>>} */
const UNITS = {
  Y: "year", M: "month", W: "week", D: "day", Q: "quarter", DE: "decade", CE: "century", WE: "weekend",
  TH: "hour", TM: "minute", TS: "second",
};
/** @type {Readonly<Record<NonNullable<DateMark["mod"]>, string>>} */
const MODIFIERS = {
  BEFORE: "before", AFTER: "after", START: "early", MID: "mid", END: "late", APPROX: "about",
  LESS_THAN: "less than", MORE_THAN: "more than", EQUAL_OR_LESS: "at most", EQUAL_OR_MORE: "at least",
  ON_OR_BEFORE: "by", ON_OR_AFTER: "from",
};

/** @type {Readonly<Record<QuoteKind, string>>} */
export const QUOTE_KINDS = { direct: "Direct quotation", indirect: "Indirect quotation", mixed: "Mixed quotation" };
/** @type {Readonly<Record<EntityType, string>>} */
export const ENTITY_TYPES = {
  person: "Person", organisation: "Organisation", place: "Place", group: "Several people", unnamed: "Unnamed source",
};
/** @type {Readonly<Record<Certainty, string>>} */
export const CERTAINTIES = { certain: "Certain", likely: "Likely", unsure: "Unsure" };

/**
 * `2024-05-10` → `Friday 10 May 2024`; anything else as in {@link dateInWords}.
 *
 * @param {string} value
 */
export function longDate(value) {
  const day = calendarDay(value);
  return day ? `${WEEKDAYS[day.getUTCDay()]} ${dayMonthYear(value, false)}` : dateInWords(value);
}

/**
 * A TIMEX3 value for people: `2024-05-10` → `Fri 10 May 2024`, `2025-SP` → `spring 2025`, `P3W` → `3 weeks`.
 * A value it does not know is given back as it is.
 *
 * @param {string} value
 * @param {DateMark["mod"]} [mod]
 */
export function dateInWords(value, mod) {
  const words = listed(REFERENCES, value) ?? (value.startsWith("P") ? duration(value) : pointInTime(value));
  const modifier = mod && listed(MODIFIERS, mod);
  return modifier ? `${modifier} ${words}` : words;
}

/**
 * What a date in the text means: a day in full, `early May 2024`, `a Friday, again and again`.
 *
 * @param {Pick<DateMark, "value" | "mod" | "type">} date
 */
export function meaning({ value, mod, type }) {
  const words = mod ? dateInWords(value, mod) : longDate(value);
  return type === "SET" ? `${words}, again and again` : words;
}

/**
 * What a table says of a value, which may come out of anybody's file: "constructor" is in every object.
 *
 * @param {Readonly<Record<string, string>>} table
 * @param {string} value
 */
function listed(table, value) {
  return Object.hasOwn(table, value) ? table[value] : undefined;
}

/** @param {string} value */
function pointInTime(value) {
  const [date = "", time] = value.split("T");
  const day = calendarDay(date);
  const words = day ? `${WEEKDAYS[day.getUTCDay()]?.slice(0, 3)} ${dayMonthYear(date, true)}` : partOfCalendar(date);
  return time ? `${words}, ${listed(TIMES_OF_DAY, time) ?? time}` : words;
}

/**
 * @param {string} value
 * @returns {Date | null} for a whole day of the calendar
 */
function calendarDay(value) {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
}

/**
 * @param {string} value
 * @param {boolean} short
 */
function dayMonthYear(value, short) {
  const [year, month, day] = value.split("-");
  const name = MONTHS[Number(month) - 1] ?? "";
  return `${Number(day)} ${short ? name.slice(0, 3) : name} ${year}`;
}

/** @param {string} value */
function partOfCalendar(value) {
  const [year = "", part = "", rest = ""] = value.split("-");
  const when = year.startsWith("XX") ? "" : ` ${year}`;
  if (!part) return year.startsWith("XX") ? "no date" : century(year);
  const season = listed(SEASONS, part);
  if (season) return `${season}${when}`;
  if (/^Q\d$/.test(part)) return `quarter ${part.slice(1)}${when && ` of${when}`}`;
  if (/^H\d$/.test(part)) return `${part === "H1" ? "first" : "second"} half${when && ` of${when}`}`;
  if (part.startsWith("W")) return week(part, rest, when);
  if (part === "XX") return `${rest ? `day ${Number(rest)} of a month` : "a month"}${when}`;
  const month = MONTHS[Number(part) - 1];
  if (!month) return value;
  return rest && rest !== "XX" ? `${Number(rest)} ${month}${when}` : `${month}${when}`;
}

/**
 * @param {string} week
 * @param {string} day
 * @param {string} when
 */
function week(week, day, when) {
  if (week === "WXX") return `a ${WEEKDAYS[Number(day) % 7] ?? "week"}${when}`;
  const of = `week ${Number(week.slice(1))}${when && ` of${when}`}`;
  return day === "WE" ? `weekend of ${of}` : of;
}

/** @param {string} year */
function century(year) {
  if (/^\d{3}X?$/.test(year)) return `the ${year.slice(0, 3)}0s`;
  return /^\d\d(XX)?$/.test(year) ? `the ${ordinal(Number(year.slice(0, 2)) + 1)} century` : year;
}

/** @param {number} number */
function ordinal(number) {
  const end = number > 10 && number < 14 ? undefined : ["st", "nd", "rd"][(number % 10) - 1];
  return `${number}${end ?? "th"}`;
}

/** @param {string} value */
function duration(value) {
  const found = [...value.matchAll(/(T?)(\d+(?:\.\d+)?|X+)(DE|CE|WE|[YMWDQHS])/g)];
  if (found.length === 0) return value;
  let clock = "";
  return found.map(([, marker, count = "", unit = ""]) => {
    clock ||= marker ?? "";
    return counted(count, listed(UNITS, clock + unit) ?? listed(UNITS, unit) ?? unit);
  }).join(" ");
}

/**
 * @param {string} count
 * @param {string} unit
 */
function counted(count, unit) {
  return count.startsWith("X") ? `some ${plural(unit)}` : `${count} ${count === "1" ? unit : plural(unit)}`;
}

/**
 * `1 person`, `3 people`.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function count(count, one, many = plural(one)) {
  return `${count} ${count === 1 ? one : many}`;
}

/** @param {string} noun */
function plural(noun) {
  return noun.endsWith("y") && !noun.endsWith("ay") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/**
 * Cuts at a word so that at most `length` characters are left.
 *
 * @param {string} text
 * @param {number} length
 */
export function shorten(text, length) {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= length) return flat;
  const cut = flat.lastIndexOf(" ", length - 1);
  return `${flat.slice(0, cut > length / 2 ? cut : length - 1)}…`;
}

/**
 * A whole sentence: first letter large, a full stop at the end.
 *
 * @param {string} text
 */
export function sentence(text) {
  const first = capital(text);
  return /[.!?…]["”’)]?$/.test(first) ? first : `${first}.`;
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

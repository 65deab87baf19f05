/**
 * Articles and names kept on this device, only when the reader says so: in the browser's own database.
 */
/** @import { NameEntry } from "./lib/types.js" */

/** One native file for each article, by its title. */
const ARTICLES = "articles";
/** The list of names, under the key 0. */
const NAMES = "names";

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {typeof ARTICLES | typeof NAMES} name
 * @param {IDBTransactionMode} mode
 * @returns {Promise<IDBObjectStore>}
 */
async function store(name, mode) {
  const opening = indexedDB.open("pressmark", 1);
  opening.onupgradeneeded = () => [ARTICLES, NAMES].forEach((name) => opening.result.createObjectStore(name));
  const database = await done(opening);
  const transaction = database.transaction(name, mode);
  transaction.oncomplete = () => database.close();
  return transaction.objectStore(name);
}

/**
 * @param {string} title
 * @param {string} json
 */
export async function keep(title, json) {
  await done((await store(ARTICLES, "readwrite")).put(json, title));
}

/** @param {string} title */
export async function forget(title) {
  await done((await store(ARTICLES, "readwrite")).delete(title));
}

export async function forgetEverything() {
  await done((await store(ARTICLES, "readwrite")).clear());
  await keepNames([]);
}

/** @returns {Promise<string[]>} the titles of what is kept */
export async function kept() {
  return /** @type {string[]} */ (await done((await store(ARTICLES, "readonly")).getAllKeys()));
}

/**
 * @param {string} title
 * @returns {Promise<string | undefined>} the native file
 */
export async function recall(title) {
  return done((await store(ARTICLES, "readonly")).get(title));
}

/** @param {readonly NameEntry[]} names none: nothing is kept */
export async function keepNames(names) {
  const list = await store(NAMES, "readwrite");
  await (names.length > 0 ? done(list.put(names, 0)) : done(list.clear()));
}

/** @returns {Promise<readonly NameEntry[]>} */
export async function keptNames() {
  return (await done((await store(NAMES, "readonly")).get(0))) ?? [];
}

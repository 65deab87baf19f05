/**
 * Articles kept on this device, only when the reader says so: one native file for each, in the browser's own database.
 */

const STORE = "articles";

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
 * @param {IDBTransactionMode} mode
 * @returns {Promise<IDBObjectStore>}
 */
async function store(mode) {
  const opening = indexedDB.open("pressmark", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  const transaction = database.transaction(STORE, mode);
  transaction.oncomplete = () => database.close();
  return transaction.objectStore(STORE);
}

/**
 * @param {string} title
 * @param {string} json
 */
export async function keep(title, json) {
  await done((await store("readwrite")).put(json, title));
}

/** @param {string} title */
export async function forget(title) {
  await done((await store("readwrite")).delete(title));
}

export async function forgetEverything() {
  await done((await store("readwrite")).clear());
}

/** @returns {Promise<string[]>} the titles of what is kept */
export async function kept() {
  return /** @type {string[]} */ (await done((await store("readonly")).getAllKeys()));
}

/**
 * @param {string} title
 * @returns {Promise<string | undefined>} the native file
 */
export async function recall(title) {
  return done((await store("readonly")).get(title));
}

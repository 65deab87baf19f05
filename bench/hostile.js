/** Texts that have led programs of this kind into minutes or out of memory: each a piece, repeated to whatever length is wanted. */

/** @type {Readonly<Record<string, string>>} */
export const HOSTILE = {
  "one character": "a",
  "one capital": "A",
  "one digit": "1",
  "no spaces": "harbourboard.quill,",
  "only spaces": " ",
  "only lines": "\n",
  "only quotation marks": "\"",
  "opening marks": "“",
  "nested quotation marks": "“‘",
  "opened and never closed": "“No ",
  "brackets": "((",
  "Monday": "Monday ",
  "A.A.A.": "A.",
  "1/1/1/": "1/",
  "years": "2024-",
  "right to left": "אמרה “לא” ",
  "combining marks": "e\u0301\u0302\u0323",
  "zero-width": "a\u200b\u200d\ufeff",
  "lone surrogates": "\ud83d \udea2",
  "NULs": "\0",
  "CRLF": "said Ada Quill.\r\n",
  "all capitals": "ADA QUILL OF THE HARBOUR BOARD SAID NO ",
  "no sentence end": "and then Ada Quill of the Harbour Board said that ",
  "only names": "Ada Quill ",
  "new names": "",
  "only said": "said ",
  "quotations": "“No,” said she. ",
};

/**
 * @param {string} name
 * @param {number} length in UTF-16 code units
 */
export function hostile(name, length) {
  const piece = HOSTILE[name];
  return piece ? piece.repeat(Math.ceil(length / piece.length)).slice(0, length) : strangers(length);
}

/** Never the same name twice. @param {number} length */
function strangers(length) {
  let text = "";
  for (let count = 0; text.length < length; count += 1) text += `“No,” said ${word(count)} ${word(count * 7 + 3)} of the ${word(count * 13 + 5)} Board. `;
  return text.slice(0, length);
}

/** @param {number} number */
function word(number) {
  const letters = [...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  return `Q${letters.join("")}`;
}

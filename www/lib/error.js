/**
 * What pressmark throws when it cannot do what it was asked, with a message written for people.
 *
 * @typedef {"bad-option" | "unknown-option" | "bad-name" | "text-too-long" | "load-failed" | "engine-failed" | "worker-failed" | "disposed"} ErrorCode
 */
export class PressmarkError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ option?: string, value?: unknown, cause?: unknown }} [details]
   */
  constructor(code, message, { option, value, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "PressmarkError";
    /** @readonly What went wrong; stable, to be compared. */
    this.code = code;
    /** @readonly The option that it went wrong with. */
    this.option = option;
    /** @readonly Its value. */
    this.value = value;
  }
}

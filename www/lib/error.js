/**
 * What pressmark throws when it cannot do what it was asked, with a message written for people.
 *
 * @example
 * ```js
 * import { annotate, PressmarkError } from "pressmark";
 *
 * try {
 *   await annotate("It rained.", { published: "14 May" });
 * } catch (error) {
 *   console.log(error instanceof PressmarkError, error.code, error.option, error.value);
 * }
 * ```
 *
 * ```text
 * true bad-option published 14 May
 * ```
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

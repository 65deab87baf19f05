/** Where there is no document: the modules can be imported, and define nothing. */
import { expect, test } from "@playwright/test";

test("the element modules are safe to import on a server", async () => {
  const { define, PressMarkElement } = await import("../../www/lib/element/index.js");
  expect(() => define()).not.toThrow();
  expect(PressMarkElement.formAssociated).toBe(true);
});

/** How dates are said to people. */
import { expect, test } from "@playwright/test";
import { dateInWords, longDate, meaning, sentence, shorten } from "../../www/lib/element/words.js";

test("TIMEX3 values in words", () => {
  for (const [value, words] of [
    ["2024-05-10", "Fri 10 May 2024"], ["2024-05", "May 2024"], ["2024", "2024"], ["2025-SP", "spring 2025"], ["2024-Q3", "quarter 3 of 2024"],
    ["2024-H1", "first half of 2024"], ["2024-W20", "week 20 of 2024"], ["2024-W20-WE", "weekend of week 20 of 2024"], ["XXXX-10-09", "9 October"],
    ["XXXX-WXX-5", "a Friday"], ["198", "the 1980s"], ["19", "the 20th century"], ["20", "the 21st century"], ["11", "the 12th century"], ["2024-05-13TNI", "Mon 13 May 2024, night"], ["2024-05-13T14:30", "Mon 13 May 2024, 14:30"],
    ["P3W", "3 weeks"], ["PT12H", "12 hours"], ["P1Y", "1 year"], ["PXD", "some days"], ["P1DE", "1 decade"], ["P1Y6M", "1 year 6 months"],
    ["PRESENT_REF", "now"], ["nonsense", "nonsense"], ["XXXX", "no date"],
  ]) expect(dateInWords(value ?? ""), value).toBe(words);
  expect(dateInWords("2024-04", "START")).toBe("early April 2024");
  expect(longDate("2019-10-09")).toBe("Wednesday 9 October 2019");
  expect(meaning({ value: "XXXX-WXX-5", type: "SET" })).toBe("a Friday, again and again");
});

test("sentences and cuts", () => {
  for (const [text, whole] of [["no stop", "No stop."], ["A stop.", "A stop."], ["“Said.”", "“Said.”"]]) expect(sentence(text ?? "")).toBe(whole);
  expect(shorten("one two three four", 12)).toBe("one two…");
  expect(shorten("short", 12)).toBe("short");
});

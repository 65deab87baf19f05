"""What needs no Spark: python3 -m unittest discover examples/spark"""

import datetime
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(__file__))

import articles
import flatten
import pressmark


class Flatten(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = pressmark.Pressmark(pressmark.available(pressmark.COMMANDS[1:]))  # that of Node is never older than the build
        cls.addClassCleanup(cls.engine.end)

    def row(self, **article):
        line = json.dumps(article).encode()
        [answer] = self.engine.answers([line])
        return flatten.flatten("file", line, answer)

    def test_offsets_are_those_of_the_text(self):
        text = "🚢 “We will appeal,” said Ada Quill, chairman of the Harbour Board, on 3 March 2021."
        row = self.row(id=1, text=text, published="2021-03-04")
        self.assertEqual((row["article"], row["offsets"], row["length"]), ("1", "utf16", len(text) + 1))
        self.assertEqual(row["published"], datetime.date(2021, 3, 4))
        [quotation], [person], [organisation], [date] = (row[name] for name in ("quotations", "people", "organisations", "dates"))
        self.assertEqual((quotation["text"], quotation["speaker_name"], quotation["speaker"]), ("We will appeal,", "Ada Quill", person["entity"]))
        self.assertEqual((person["role"], person["organisation"], person["quotations"]), ("chairman of the Harbour Board", "Harbour Board", 1))
        self.assertEqual((date["first"], date["value"], date["text"]), (datetime.date(2021, 3, 3), "2021-03-03", "3 March 2021"))
        for finding, words in [(quotation, "We will appeal,"), (person, "Ada Quill"), (organisation, "Harbour Board"), (date, "3 March 2021")]:
            self.assertTrue(flatten.Text(text).at([finding]).endswith(words))
            self.assertTrue(finding["rules"] and 0 < finding["confidence"] <= 1)

    def test_every_row_has_every_column(self):
        columns = {name: [column.split()[0] for column in types.split(", ")] for name, types in flatten.LISTS.items()}
        rows = [self.row(id="good", text="“No,” said Ada Quill of the Harbour Board on 3 May."), self.row(id="bad", text=7)]
        for row in rows:
            self.assertEqual([*row], [*(column.split()[0] for column in flatten.ARTICLE.split(", ")), *flatten.LISTS])
            for name, found in columns.items():
                for finding in row[name]:
                    self.assertEqual([*finding], found)
        self.assertEqual((rows[1]["article"], rows[1]["error"]), ("bad", 'expected an object with a string "text"'))

    def test_the_same_articles_each_time_and_an_answer_for_each_line(self):
        lines = articles.lines(40, seed=3)
        self.assertEqual(lines, articles.lines(40, seed=3))
        answers = self.engine.answers(lines)
        rows = [flatten.flatten("file", line, answer) for line, answer in zip(lines, answers)]
        self.assertEqual(len(rows), 40 + len(articles.POISON) + len(articles.ODD))
        self.assertEqual(sum(row["error"] is not None for row in rows), len(articles.POISON))
        self.assertEqual(len({row["article"] for row in rows}), len(rows))


class Dying(unittest.TestCase):
    """A pressmark that ends at one line: that line is answered by an error, all others are answered."""

    COMMAND = [sys.executable, "-c", "import sys\nfor line in sys.stdin:\n  if 'poison' in line: sys.exit(9)\n  print('{\"id\":' + line.strip() + '}', flush=True)"]

    def test_the_rest_goes_on(self):
        lines = [b"1", b"2", b'"poison"', b"4", b'"poison"', b"6"] + [str(number).encode() for number in range(7, 4000)]
        with pressmark.Pressmark(self.COMMAND) as engine:
            for _ in range(2):
                answers = [json.loads(answer) for answer in engine.answers(lines)]
                self.assertEqual([answer["id"] for answer in answers], [1, 2, None, 4, None, *range(6, 4000)])
                self.assertIn("exit status 9", answers[2]["error"])


if __name__ == "__main__":
    unittest.main()

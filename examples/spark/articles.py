"""News that never happened, for trying the job: a cast that goes on from article to article, and the same words each time.

    python3 articles.py FOLDER [--articles 4000] [--files 16] [--seed 1]
"""

import argparse
import datetime
import json
import pathlib
import random

FIRST = "Ada Otto Ines Tomas Mara Piet Lena Hugo Nora Emil Ruth Karl Vera Anton Edda Jonas Iris Felix Clara Bruno".split()
LAST = "Quill Brand Holm Varga Osei Lindqvist Marsh Tamura Okoro Hale Petrov Winters Sable Cho Ferreira Donner Aldous Krantz Thorne Vesely".split()
TOWNS = "Osterby Northgate Velden Marrow Saltmere Carrick Lunden Askew Pellworth Drayford".split()
BODIES = "Harbour Board,Transport Authority,Rail Holdings plc,University,City Council,Fisheries Commission,Steel Ltd,Health Service,Water Company,Museum Trust".split(",")
POSTS = "chief engineer,director,chairman,treasurer,head of research,chief executive,deputy director,inspector,finance officer,curator".split(",")
THINGS = "the new ferry,a second bridge,the closed mill,the water tariff,the night train,the old hospital,the wind farm,the fishing quota,the school budget,the tram line".split(",")
CLAIMS = [
    "the work would take three years", "nobody had been told of the fire", "prices would rise by a fifth", "no one would lose a job", "the figures were wrong",
    "the contract had been signed in haste", "the plan had never been lawful", "the bridge was safe", "talks would go on through the summer", "the money had run out",
]
SPEECH = [
    "We were not asked", "It will be open by the spring", "Nobody in this town believes that", "The numbers speak for themselves", "We have done this before and we will do it again",
    "There is no plan, and there never was one", "I would sign it again tomorrow", "People here want to know what it costs", "That is a matter for the court", "The tide does not wait for us",
]
UNNAMED = ["a spokeswoman", "a senior official", "a person close to the talks", "two engineers", "residents", "a former employee"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WHEN = ["yesterday", "last week", "in the spring of 2019", "two years ago", "next month", "earlier this year", "on the weekend", "last April"]
BEGIN = datetime.date(2019, 1, 1)
DAYS_IN_ALL = 5 * 365

# What goes wrong in archives; each is a line, and each is answered by an error.
POISON = [b"{", b"", b"null", b'{"id":"no-text"}', b'{"id":"number","text":7}', b'{"id":"date","text":"It rained.","published":"soon"}',
          b'{"id":"bytes","text":"\xff\xfe"}', b'{"id":["a","list"],"text":"It rained."}']
# These look as if they did, and are articles all the same.
ODD = [b'{"id":"empty","text":""}', b'{"id":"halves","text":"\\ud83d \xe2\x80\x9cNo,\xe2\x80\x9d said Ada Quill. \\udea2"}', b'\xef\xbb\xbf{"id":"mark","text":"It rained."}\r',
       b'{"text":"Nobody gave this one an id."}', b'{"id":"swapped","text":"It rained.","published":"2021-13-10"}']


def cast(dice):
    """Sixty people, each with one post; three names are borne by two people."""
    names = [f"{first} {last}" for first in FIRST for last in LAST]
    dice.shuffle(names)
    names = names[:57] + names[:3]
    return [{"name": name, "last": name.split()[1], "post": dice.choice(POSTS), "body": f"{dice.choice(TOWNS)} {dice.choice(BODIES)}"} for name in names]


def article(dice, people, year, most):
    """A headline and six paragraphs or more. From year to year other people are in the news, and more who do not give their names."""
    rank = [(place - 3 * year) % len(people) for place in range(len(people))]
    first, second = dice.choices(people, weights=[1 + 200 // (2 + place) for place in rank], k=2)
    paragraphs = [f"{first['body']} under fire over {dice.choice(THINGS)}", introduction(dice, first)]
    if second["name"] != first["name"]:
        paragraphs.append(introduction(dice, second))
    for _ in range(dice.randint(4, most)):
        [paragraph] = dice.choices([*PARAGRAPHS, *WITHOUT_NAME], weights=[4] * len(PARAGRAPHS) + [2 + 2 * year] * len(WITHOUT_NAME))
        paragraphs.append(paragraph(dice, dice.choice([first, second])))
    return "\n\n".join(paragraphs)


def introduction(dice, person):
    return f"“{dice.choice(SPEECH)},” said {person['name']}, {person['post']} of the {person['body']}. “{dice.choice(SPEECH)}.”"


PARAGRAPHS = [
    lambda dice, person: f"{person['last']} said on {dice.choice(DAYS)} that {dice.choice(CLAIMS)}, and that {dice.choice(CLAIMS)}.",
    lambda dice, person: f"According to {person['last']}, the {person['body']} had paid for {dice.choice(THINGS)} {dice.choice(WHEN)}.",
    lambda dice, person: f"The {dice.choice(TOWNS)} {dice.choice(BODIES)} denied that {dice.choice(CLAIMS)}.",
    lambda dice, person: f"Work on {dice.choice(THINGS)} began on {dice.randint(1, 28)} {dice.choice(['March', 'June', 'October'])} {dice.randint(2005, 2018)} and cost {dice.randint(2, 80)} million.",
    lambda dice, person: f"“{dice.choice(SPEECH)}. {dice.choice(SPEECH)},” {person['last']} added.",
    lambda dice, person: f"Some {dice.randint(2, 9)},000 people signed a letter against {dice.choice(THINGS)} {dice.choice(WHEN)}.",
]
WITHOUT_NAME = [
    lambda dice, person: f"“{dice.choice(SPEECH)},” {dice.choice(UNNAMED)} said. The {dice.choice(TOWNS)} {dice.choice(BODIES)} did not answer.",
    lambda dice, person: f"{dice.choice(UNNAMED).capitalize()}, who asked not to be named, warned that {dice.choice(CLAIMS)}.",
]


def lines(articles, seed, most=11):
    """JSON Lines, with the odd and the poisonous ones among them."""
    dice = random.Random(seed)
    people = cast(dice)
    all_lines = []
    for number in range(articles):
        published = BEGIN + datetime.timedelta(days=dice.randrange(DAYS_IN_ALL))
        line = {"id": f"a{number:06}", "text": article(dice, people, published.year - BEGIN.year, most), "published": published.isoformat()}
        all_lines.append(json.dumps(line, ensure_ascii=False).encode())
    for line in POISON + ODD:
        all_lines.insert(dice.randrange(len(all_lines)), line)
    return all_lines


def write(folder, articles=4000, files=16, seed=1, most=11):
    folder.mkdir(parents=True, exist_ok=True)
    made = lines(articles, seed, most)
    for file in range(files):
        (folder / f"part-{file:04}.jsonl").write_bytes(b"".join(line + b"\n" for line in made[file::files]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    for option, otherwise in [("--articles", 4000), ("--files", 16), ("--seed", 1)]:
        parser.add_argument(option, type=int, default=otherwise)
    write(**vars(parser.parse_args()))

"""An answer of `pressmark --jsonl` → one row for the article, with lists of flat rows for what was found in it.

Every finding keeps where it comes from: article, offsets (into the text, in the unit that `offsets` names), rules, confidence and certainty.
"""

import datetime
import hashlib
import json

# Column types, as Spark writes them.
WHERE = "start int, end int, rules array<string>, confidence double, certainty string, origin string"
QUOTATION = f"quotation string, kind string, text string, cue string, polarity string, source string, speaker string, speaker_name string, speaker_type string, inside string, paragraph int, {WHERE}"
PERSON = f"entity string, type string, name string, aliases array<string>, title string, role string, organisation string, mentions int, quotations int, {WHERE}"
ORGANISATION = f"entity string, name string, acronym string, aliases array<string>, mentions int, quotations int, {WHERE}"
DATE = f"date string, text string, type string, value string, mod string, first date, last date, anchor string, {WHERE}"
LISTS = {"quotations": QUOTATION, "people": PERSON, "organisations": ORGANISATION, "dates": DATE}
ARTICLE = "article string, file string, error string, published date, published_source string, published_rules array<string>, published_confidence double, offsets string, length int, version string"
SCHEMA = ", ".join([ARTICLE, *(f"{name} array<struct<{columns.replace(' ', ': ').replace(',:', ',')}>>" for name, columns in LISTS.items())])


def flatten(file, line, answer):
    """The row of an article."""
    answer = json.loads(answer)
    row = {"article": name_of(answer["id"], line), "file": file, **dict.fromkeys(["error", "published", "published_source", "published_rules", "published_confidence", "offsets", "length", "version"])}
    if "error" in answer:
        return row | {"error": answer["error"]} | {name: [] for name in LISTS}
    return row | described(answer) | found(answer)


def name_of(identifier, line):
    """An article without an id is known by what it says."""
    if identifier is None:
        return f"sha256:{hashlib.sha256(line).hexdigest()[:20]}"
    return clean(identifier) if isinstance(identifier, str) else json.dumps(identifier)


def described(answer):
    publication = answer["publication"]
    return {
        "published": day(publication["value"]), "published_source": publication["source"], "published_rules": rules(publication),
        "published_confidence": float(publication["confidence"]), "offsets": answer["offsets"],
        "length": len(answer["text"].encode("utf-16-le", "surrogatepass")) // 2, "version": answer["generator"]["version"],
    }


def found(answer):
    text = Text(answer["text"])
    entities = {entity["id"]: entity for entity in answer["entities"]}
    mentions = {mention["id"]: mention for mention in answer["mentions"]}
    people = [entity for entity in answer["entities"] if entity["type"] in ("person", "group", "unnamed")]
    organisations = [entity for entity in answer["entities"] if entity["type"] == "organisation"]
    return {
        "quotations": [quotation(quote, entities, text) for quote in answer["quotes"]],
        "people": [person(entity, entities, mentions) for entity in people],
        "organisations": [organisation(entity, mentions) for entity in organisations],
        "dates": [date(mark, text) for mark in answer["dates"]],
    }


def quotation(quote, entities, text):
    speaker = entities.get(quote["speaker"], {})
    cue = quote["cue"] or {}
    return {
        "quotation": quote["id"], "kind": quote["kind"], "text": text.at(quote["content"]), "cue": cue.get("lemma"), "polarity": cue.get("polarity"),
        "source": text.at(quote["source"]) or None, "speaker": quote["speaker"], "speaker_name": speaker.get("name"), "speaker_type": speaker.get("type"),
        "inside": quote.get("parent"), "paragraph": quote["paragraphs"][0], "start": quote["content"][0]["start"], "end": quote["content"][-1]["end"], **judged(quote),
    }


def person(entity, entities, mentions):
    role = max(entity["roles"], key=lambda role: ("organisation" in role, role["confidence"]), default={})
    return {
        "entity": entity["id"], "type": entity["type"], "name": entity["name"], "aliases": entity["aliases"], "title": entity.get("title"),
        "role": role.get("text"), "organisation": entities.get(role.get("organisation"), {}).get("name"), **counted(entity, mentions), **judged(entity),
    }


def organisation(entity, mentions):
    return {
        "entity": entity["id"], "name": entity["name"], "acronym": entity.get("acronym"), "aliases": entity["aliases"], **counted(entity, mentions), **judged(entity),
    }


def date(mark, text):
    span = mark["range"] or {}
    return {
        "date": mark["id"], "text": text.at([mark]), "type": mark["type"], "value": mark["value"], "mod": mark.get("mod"), "first": day(span.get("from")),
        "last": day(span.get("to")), "anchor": mark["anchor"], "start": mark["start"], "end": mark["end"], **judged(mark),
    }


def counted(entity, mentions):
    """How often, and where first."""
    first = mentions[entity["mentions"][0]] if entity["mentions"] else {}
    return {"mentions": len(entity["mentions"]), "quotations": len(entity["quotes"]), "start": first.get("start"), "end": first.get("end")}


def judged(finding):
    return {"rules": rules(finding), "confidence": float(finding["confidence"]), "certainty": finding["certainty"], "origin": finding["origin"]}


def rules(finding):
    return [evidence["rule"] for evidence in finding["evidence"]]


def day(value):
    """A date of the Gregorian calendar from year 1 on, or none."""
    try:
        return value and datetime.date.fromisoformat(value)
    except ValueError:
        return None


def clean(words):
    """Half surrogate pairs are no UTF-8, which Parquet asks for."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Text:
    """A text that is cut at UTF-16 offsets."""

    def __init__(self, text):
        self.units = text.encode("utf-16-le", "surrogatepass")

    def at(self, spans):
        return " … ".join(self.units[2 * span["start"]:2 * span["end"]].decode("utf-16-le", "replace") for span in spans)

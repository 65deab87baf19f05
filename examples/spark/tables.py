"""The rows of the articles → tables: what was found, flat; and who is quoted how often, across articles.

One person across articles is a full name with one role: the organisation, else the words ("treasurer"). Where a name comes with one role only, the
articles that give none are about the same person. Where it comes with several, each is a person of its own, and the name is listed in `doubtful`: it
may be one who has changed posts, or two. So is a surname that stands alone.
"""

from pyspark.sql import Window
from pyspark.sql import functions as F

import flatten

ARTICLE = ["article", "published", "offsets"]


def write(spark, out):
    """All of them anew, from what is there."""
    save(out, found(spark.read.parquet(f"{out}/annotations")))
    save(out, counted(*(spark.read.parquet(f"{out}/tables/{name}") for name in ("people", "quotations", "organisations"))))


def save(out, tables):
    for name, table in tables.items():
        table.write.mode("overwrite").parquet(f"{out}/tables/{name}")


def found(annotations):
    flat = {name: annotations.select(*ARTICLE, F.inline(name)) for name in flatten.LISTS}
    return flat | {"articles": annotations.drop(*flatten.LISTS), "errors": annotations.where("error is not null").select("article", "file", "error")}


def counted(people, quotations, organisations):
    who = persons(people.where("type = 'person'"))
    said = quotations.join(who.select("article", F.col("entity").alias("speaker"), "person", "role_of", "organisation_of"), ["article", "speaker"], "left")
    return {
        "who_is_quoted": who_is_quoted(said),
        "by_month": said.where("person is not null").groupBy("person", month()).agg(F.count("*").alias("quotations")),
        "by_organisation": by_organisation(said),
        "sources_by_month": said.groupBy(month(), F.coalesce("speaker_type", F.lit("nobody")).alias("source_type")).agg(F.count("*").alias("quotations")),
        "organisations_by_month": organisations.groupBy("name", month()).agg(F.count("*").alias("articles"), F.sum("mentions").alias("mentions")),
        "doubtful": doubtful(who),
    }


def persons(people):
    """Each person of each article, with the person across articles that it is."""
    known = people.select(
        "article", "published", "entity", "name", "role", "organisation",
        F.lower("name").alias("key"), plain(F.coalesce("organisation", "role")).alias("post"),
    )
    of_name = Window.partitionBy("key")
    posts = F.array_sort(F.collect_set("post").over(of_name))
    post = F.coalesce("post", F.when(F.size("posts") == 1, F.col("posts")[0]))
    known = known.withColumn("posts", posts).withColumn("person", F.concat_ws(" · ", "key", post))
    of_person = Window.partitionBy("person")
    return known.withColumn("role_of", F.min("role").over(of_person)).withColumn("organisation_of", F.min("organisation").over(of_person))


def plain(name):
    """As it is compared: "Rail Holdings" and "Rail Holdings plc" are one."""
    return F.regexp_replace(F.lower(name), r"[ ,]+(plc|ltd|limited|inc|llc|corp|gmbh|ag|sa)\.?$", "")


def who_is_quoted(said):
    kinds = [F.count_if(F.col("kind") == kind).alias(kind) for kind in ("direct", "indirect", "mixed")]
    counts = [F.count("*").alias("quotations"), F.countDistinct("article").alias("articles"), *kinds]
    named = said.where("person is not null").groupBy("person")
    return named.agg(
        F.min("speaker_name").alias("name"), F.min("role_of").alias("role"), F.min("organisation_of").alias("organisation"), *counts,
        F.min("published").alias("first"), F.max("published").alias("last"), F.round(F.avg("confidence"), 3).alias("confidence"),
    ).orderBy(F.desc("quotations"), "person")


def month():
    return F.date_format("published", "yyyy-MM").alias("month")


def by_organisation(said):
    """By those who speak for it and by itself ("the company said")."""
    itself = F.when(F.col("speaker_type") == "organisation", F.col("speaker_name"))
    spoken = said.withColumn("organisation", F.coalesce(itself, "organisation_of")).where("organisation is not null")
    return spoken.groupBy("organisation", month()).agg(
        F.count("*").alias("quotations"), F.count_if(F.col("speaker_type") == "organisation").alias("itself"), F.countDistinct("person").alias("people")
    )


def doubtful(who):
    several = F.when(F.size("posts") > 1, F.lit("one name, several roles: one person or more"))
    alone = F.when(~F.col("key").contains(" "), F.lit("a surname alone: several people may bear it"))
    why = F.coalesce(alone, several).alias("why")
    return who.groupBy("key", "person", why).agg(
        F.min("role").alias("role"), F.min("organisation").alias("organisation"), F.countDistinct("article").alias("articles"),
        F.min("published").alias("first"), F.max("published").alias("last"),
    ).where("why is not null").orderBy("key", "person")

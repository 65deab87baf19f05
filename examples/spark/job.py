"""An archive of articles → who is quoted in it, as tables in Parquet.

    spark-submit --py-files pressmark.py,flatten.py,tables.py job.py ARTICLES OUT

ARTICLES is a folder of JSON Lines or Parquet with id, text and published, or of .txt files. OUT holds `annotations`, a row for each article, and
`tables`. Run again it reads only the files that are new: which ones are done is written down by Spark (OUT/checkpoint).
"""

import argparse
import time

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType

import flatten
import pressmark
import tables


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", help="a folder")
    parser.add_argument("out", help="a folder")
    parser.add_argument("--format", choices=READERS, default="jsonl")
    parser.add_argument("--files", type=int, default=1000, help="so many files are committed at a time (%(default)s)")
    parser.add_argument("--command", help="instead of the pressmark that is found")
    wanted = parser.parse_args()
    spark = SparkSession.builder.appName("pressmark").getOrCreate()
    commands = [wanted.command.split()] if wanted.command else pressmark.COMMANDS
    before, begin = annotated(spark, wanted.out), time.monotonic()
    annotate(spark, READERS[wanted.format](spark, reader(spark, wanted.files), wanted.articles), wanted.out, commands)
    print(f"read {annotated(spark, wanted.out) - before} articles in {time.monotonic() - begin:.1f} s, {before} were read before")
    tables.write(spark, wanted.out)
    spark.stop()


def annotated(spark, out):
    """How many articles are there."""
    try:
        return spark.read.parquet(f"{out}/annotations").count()
    except AnalysisException:  # There is no such folder yet.
        return 0


def annotate(spark, lines, out, commands):
    """Reads the lines that no run before has read. Each batch of files is there wholly or not at all, and once."""
    schema = StructType.fromDDL(flatten.SCHEMA)
    rows = lines.mapInArrow(executor(commands, to_arrow_schema(schema)), schema)
    query = (
        rows.writeStream.format("parquet")
        .option("path", f"{out}/annotations")
        .option("checkpointLocation", f"{out}/checkpoint")
        .trigger(availableNow=True)
        .start()
    )
    query.awaitTermination()


def executor(commands, schema):
    """What runs on the workers, with one pressmark for each partition."""

    def run(batches):
        import pyarrow

        with pressmark.Pressmark(pressmark.available(commands)) as engine:
            for batch in batches:
                files, lines = batch.column("file").to_pylist(), batch.column("line").to_pylist()
                rows = [flatten.flatten(*row) for row in zip(files, lines, engine.answers(lines))]
                yield pyarrow.RecordBatch.from_pylist(rows, schema)

    return run


def reader(spark, files):
    return spark.readStream.option("maxFilesPerTrigger", files).option("recursiveFileLookup", True)


def jsonl(_, reader, folder):
    """As it is: what is wrong with a line, pressmark says."""
    return reader.text(folder).select(file(), F.col("value").cast("binary").alias("line"))


def parquet(spark, reader, folder):
    schema = spark.read.option("recursiveFileLookup", True).parquet(folder).schema
    published = F.col("published").cast("string").substr(1, 10) if "published" in schema.names else F.lit(None)
    article = F.struct(F.col("id"), F.col("text"), published.alias("published"))
    return reader.schema(schema).parquet(folder).select(file(), F.to_json(article).cast("binary").alias("line"))


def txt(_, reader, folder):
    """The id is the file's address. A file that is no UTF-8 is a line that is none."""
    columns = "path string, modificationTime timestamp, length bigint, content binary"
    texts = reader.schema(columns).format("binaryFile").option("pathGlobFilter", "*.txt").load(folder)
    text = F.col("content").cast("string")
    article = F.to_json(F.struct(F.col("path").alias("id"), text.alias("text"))).cast("binary")
    return texts.select(F.col("path").alias("file"), F.when(F.is_valid_utf8(text), article).otherwise(F.lit(b"\xff")).alias("line"))


def file():
    return F.col("_metadata.file_path").alias("file")


READERS = {"jsonl": jsonl, "parquet": parquet, "txt": txt}

if __name__ == "__main__":
    main()

"""Starts a small cluster, has it read an archive, and breaks it on the way.

    ./check.sh [--articles 4000]

A master and two workers on this machine read articles that were made up for it. The program that runs the job is killed after the first files are
done, and started again; then one worker is killed with all that it runs. What comes out is compared, row for row, with what one process without Spark
makes of the same articles. Then the job runs once more, and reads nothing. At last a few articles are read from Parquet and from .txt.
"""

import argparse
import collections
import datetime
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

import pyarrow
import pyarrow.parquet
import pyspark

import articles
import flatten
import pressmark

HERE = pathlib.Path(__file__).resolve().parent
WORK = HERE / ".work"
SPARK = pathlib.Path(pyspark.__file__).parent
ENV = os.environ | {
    "SPARK_HOME": str(SPARK), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_HOSTNAME": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
    "SPARK_LOG_DIR": str(WORK / "log"), "SPARK_WORKER_DIR": str(WORK / "work"), "SPARK_LOCAL_DIRS": str(WORK / "spill"),
}
COMMIT = 4  # files


class Cluster:
    """A master and workers, each in a process group of its own."""

    def __init__(self, workers, cores=1):
        self.address = f"spark://127.0.0.1:{free_port()}"
        self.running = []
        host = ["--host", "127.0.0.1", "--webui-port", "0"]
        self.start("master.Master", *host, "--port", self.address.rpartition(":")[2])
        self.workers = [self.start("worker.Worker", *host, "--cores", str(cores), "--memory", "1g", self.address) for _ in range(workers)]

    def start(self, part, *arguments):
        command = [SPARK / "bin/spark-class", f"org.apache.spark.deploy.{part}", *arguments]
        process = subprocess.Popen(command, env=ENV, start_new_session=True, stdout=subprocess.DEVNULL, stderr=log(f"{part}-{len(self.running)}"))
        self.running.append(process)
        return process

    def submit(self, out, *options, texts=WORK / "articles"):
        """The job, on all workers that there are."""
        code = ",".join(str(HERE / name) for name in ("pressmark.py", "flatten.py", "tables.py"))
        settings = {"spark.sql.shuffle.partitions": 4, "spark.sql.files.maxPartitionBytes": "1m", "spark.sql.files.openCostInBytes": 0, "spark.ui.enabled": "false", "spark.log.level": "INFO", "spark.executor.memory": "600m"}
        command = [
            SPARK / "bin/spark-submit", "--master", self.address, "--py-files", code, *(f"--conf={name}={value}" for name, value in settings.items()),
            HERE / "job.py", texts, out, *options,
        ]
        return subprocess.Popen(command, env=ENV, start_new_session=True, stdout=subprocess.PIPE, stderr=log("job"), text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.running:
            kill(process)


def log(name):
    (WORK / "log").mkdir(parents=True, exist_ok=True)
    return open(WORK / "log" / f"{name}.txt", "a")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def kill(process):
    """SIGKILL, to it and to all that it has started."""
    subprocess.run(["pkill", "--signal", "KILL", "--session", str(process.pid)])
    process.wait()


def committed(out):
    """How many batches of files are done."""
    return len([file for file in (out / "checkpoint/commits").glob("*") if file.name.isdigit()])


def wait(job, out, batches, worker):
    """Until so many are done and this worker is in the midst of the next."""
    reads = ["pgrep", "--session", str(worker.pid), "--full", "jsonl --jobs 1$"]
    while committed(out) < batches or subprocess.run(reads, stdout=subprocess.DEVNULL).returncode != 0:
        if job.poll() is not None:
            sys.exit(f"the job ended before it could be disturbed: {job.stdout.read()}; see {WORK}/log/job.txt")
        time.sleep(0.05)


def lost_tasks():
    return (WORK / "log/job.txt").read_text().count("while it was being computed, its executor exited")


def end(job):
    said, _ = job.communicate()
    if job.returncode != 0:
        sys.exit(f"the job failed: {said}; see {WORK}/log/job.txt")
    [count] = [int(line.split()[1]) for line in said.splitlines() if line.startswith("read ")]
    return count


def as_json_lines(folder, count):
    """Writes articles. What pressmark is to see of them: the file and the line of each."""
    articles.write(folder, count)
    files = sorted(folder.glob("*.jsonl"))
    return [(f"file:{file}", line) for file in files for line in file.read_bytes().removesuffix(b"\n").split(b"\n")]


def as_parquet(folder, count):
    """The same, with numbers for ids, dates as dates, a file in a folder of its own, and an article without a text."""
    rows = [{"id": id, "text": article["text"], "published": datetime.date.fromisoformat(article["published"])} for id, article in enumerate(sound(count))]
    rows.append({"id": len(rows), "text": None, "published": None})
    seen = []
    for name, part in [("one.parquet", rows[::2]), ("more/two.parquet", rows[1::2])]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(part), folder / name)
        seen += [(f"file:{folder / name}", line({key: value for key, value in row.items() if value is not None})) for row in part]
    return seen


def as_txt(folder, count):
    """The same, a file for each, and one that is no UTF-8."""
    folder.mkdir(parents=True)
    seen = []
    for number, article in enumerate(sound(count)):
        file = folder / f"{number:03}.txt"
        file.write_text(article["text"])
        seen.append((f"file:{file}", line({"id": f"file:{file}", "text": article["text"]})))
    (folder / "latin.txt").write_bytes("“Déjà vu,” said Ada Quill.".encode("cp1252"))
    (folder / "notes.md").write_text("Not to be read.")
    return [*seen, (f"file:{folder / 'latin.txt'}", b"\xff")]


def sound(count):
    return [json.loads(made) for made in articles.lines(count, seed=2) if made not in articles.POISON + articles.ODD]


def line(article):
    return json.dumps(article, ensure_ascii=False, default=str).encode()


def alone(lines):
    """What one process without Spark makes of the articles: rows by table."""
    with pressmark.Pressmark(pressmark.available(pressmark.COMMANDS)) as engine:
        answers = engine.answers([line for _, line in lines])
        rows = [flatten.flatten(file, line, answer) for (file, line), answer in zip(lines, answers)]
    tables = {name: [{**{key: row[key] for key in ("article", "published", "offsets")}, **found} for row in rows for found in row[name]] for name in flatten.LISTS}
    tables["articles"] = [{key: value for key, value in row.items() if key not in flatten.LISTS} for row in rows]
    tables["errors"] = [{key: row[key] for key in ("article", "file", "error")} for row in rows if row["error"] is not None]
    return tables


def written(out, name):
    return pyarrow.parquet.read_table(out / "tables" / name).to_pylist()


def compare(out, expected):
    """Row for row, in any order; each row as often here as there."""
    wrong = 0
    for name, rows in expected.items():
        here, there = (collections.Counter(map(repr, some)) for some in (rows, written(out, name)))
        differing = (here - there).total() + (there - here).total()
        print(f"  {name}: {len(rows)} rows, {differing} differ")
        wrong += differing
    said = collections.Counter(row["speaker_name"] for row in expected["quotations"] if row["speaker_type"] == "person")
    counted = collections.Counter()
    for row in written(out, "who_is_quoted"):
        counted[row["name"]] += row["quotations"]
    print(f"  who is quoted: {len(counted)} names, {'as often' if counted == said else 'NOT as often'} as one process counts")
    return wrong + (counted != said)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=4000)
    wanted = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    with Cluster(workers=2) as cluster:
        wrong = broken(cluster, wanted.articles) + sum(other(cluster, *format) for format in [("parquet", as_parquet), ("txt", as_txt)])
    print("FAILED" if wrong else "nothing is lost and nothing doubled")
    sys.exit(bool(wrong))


def broken(cluster, count):
    """How much is wrong after the job and a worker were killed."""
    lines, out = as_json_lines(WORK / "articles", count), WORK / "out"
    options = ["--files", str(COMMIT)]
    print(f"{count} articles, two workers, {' '.join(pressmark.available(pressmark.COMMANDS))}")
    job = cluster.submit(out, *options)
    wait(job, out, 1, cluster.workers[0])
    kill(job)
    print(f"the job is killed after {committed(out)} of {16 // COMMIT} batches, and started again")
    job = cluster.submit(out, *options)
    wait(job, out, 2, cluster.workers[0])
    kill(cluster.workers[0])
    print(f"a worker is killed after {committed(out)}")
    print(f"the job ends; in its second run it read {end(job)} articles, {lost_tasks()} tasks were lost with the worker and done again")
    expected = alone(lines)
    wrong = compare(out, expected) + (lost_tasks() == 0)
    again = end(cluster.submit(out, *options))
    print(f"run once more, it reads {again} articles")
    return wrong + compare(out, expected) + again


def other(cluster, format, write):
    """How much is wrong with what is read from another format."""
    lines, out = write(WORK / format, 100), WORK / f"out-{format}"
    print(f"from {format} it reads {end(cluster.submit(out, '--format', format, texts=WORK / format))} articles")
    return compare(out, alone(lines))


if __name__ == "__main__":
    main()

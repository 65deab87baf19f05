"""Articles a second: the command on one thread and two, native and in Node; the job on one worker and two, of one core each.

    .venv/bin/python measure.py [--articles 20000] [--rounds 3]

All in turns, so that what else the machine does falls on each alike. Beside the clock's seconds stand those of the processors.
"""

import argparse
import resource
import shutil
import statistics
import subprocess
import time

import articles
import check
import pressmark

TEXTS = check.WORK / "long"
WORDY = 52  # paragraphs at most: 3 KB on average, as news has it


def command(command, jobs):
    files = sorted(TEXTS.glob("*.jsonl"))
    before, begin = spent(), time.monotonic()
    with subprocess.Popen(["cat", *files], stdout=subprocess.PIPE) as texts:
        subprocess.run([*command, "--jsonl", "--jobs", str(jobs)], stdin=texts.stdout, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - begin, spent() - before


def job(workers):
    """The clock alone, from the first file to the last row; the programs are started before."""
    out = check.WORK / "measured"
    shutil.rmtree(out, ignore_errors=True)
    with check.Cluster(workers) as cluster:
        said, _ = cluster.submit(out, texts=TEXTS).communicate()
    [seconds] = [float(line.split()[4]) for line in said.splitlines() if line.startswith("read ")]
    return seconds, float("nan")


def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    shutil.rmtree(check.WORK, ignore_errors=True)
    articles.write(TEXTS, wanted.articles, most=WORDY)
    native, node = pressmark.COMMANDS[:2]
    ways = {
        "native, 1 thread": lambda: command(native, 1), "native, 2 threads": lambda: command(native, 2),
        "Node, 1 thread": lambda: command(node, 1), "Node, 2 threads": lambda: command(node, 2),
        "Spark, 1 worker": lambda: job(1), "Spark, 2 workers": lambda: job(2),
    }
    rounds = [{name: way() for name, way in ways.items()} for _ in range(wanted.rounds)]
    size = sum(file.stat().st_size for file in TEXTS.glob("*")) / wanted.articles
    print(f"{wanted.articles} articles of {size / 1000:.1f} kB; the median of {wanted.rounds} rounds")
    for name in ways:
        clock, processors = (statistics.median(measured[name][which] for measured in rounds) for which in (0, 1))
        print(f"{name:18} {wanted.articles / clock:6.0f} a second, {wanted.articles / processors:6.0f} a second of processor time")


if __name__ == "__main__":
    main()

"""The command `pressmark --jsonl` as a process that lives as long as there are lines for it."""

import json
import pathlib
import subprocess
import threading

HERE = pathlib.Path(__file__).resolve().parents[2]
# The native one, else that of Node; each machine takes the first that it has.
COMMANDS = [[str(HERE / "target/release/pressmark")], ["node", str(HERE / "www/lib/cli.js")], ["pressmark"]]


def available(commands):
    """The first of the commands that runs here."""
    for command in commands:
        try:
            subprocess.run([*command, "--version"], check=True, capture_output=True)
            return command
        except (OSError, subprocess.CalledProcessError):
            pass
    raise RuntimeError(f"no pressmark on this machine; looked for {', '.join(' '.join(command) for command in commands)}")


class Pressmark:
    """One thread: Spark has a task for each core already."""

    def __init__(self, command):
        self.command = [*command, "--jsonl", "--jobs", "1"]
        self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def answers(self, lines):
        """One answer for each line, in order. A line at which the process ends is answered by an error, and the rest goes on."""
        answered = self.ask(lines)
        for line in lines[len(answered):]:  # It has ended at one of these; one at a time, to tell at which.
            answered += self.ask([line]) or [self.ended()]
        return answered

    def ask(self, lines):
        """The answers up to where the process ends, if it does."""
        process = self.running()
        writer = threading.Thread(target=write, args=(process.stdin, lines))  # or both sides would wait for the other
        writer.start()
        answered = []
        while len(answered) < len(lines) and (answer := process.stdout.readline()).endswith(b"\n"):
            answered.append(answer)
        if len(answered) < len(lines):
            process.kill()
        writer.join()
        return answered

    def running(self):
        if self.process is None or self.process.poll() is not None:
            self.end()
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self.process

    def ended(self):
        return json.dumps({"id": None, "error": f"pressmark ended at this article, with exit status {self.process.wait()}"}).encode()

    def end(self):
        if self.process is not None:
            write(self.process.stdin, [])
            close(self.process.stdin)
            self.process.stdout.close()
            self.process.wait()
            self.process = None


def write(stdin, lines):
    try:
        for line in lines:
            stdin.write(line + b"\n")
        stdin.flush()
    except (BrokenPipeError, ValueError):
        pass  # It has ended; the missing answers say so.


def close(stdin):
    try:
        stdin.close()
    except BrokenPipeError:
        pass

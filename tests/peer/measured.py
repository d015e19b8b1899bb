"""One run of a program: seconds, seconds of processor time, and the most memory of any process of it, in MiB."""

import json
import statistics
import subprocess
import sys

# Run by a process that holds nothing: what a child is measured by begins with what its parent held.
RUN = """
import json, resource, subprocess, sys, time
start = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
took = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = done.stderr.decode(errors="replace")[-2000:]
print(json.dumps([done.returncode, said, took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def run(command, folder):
    """Seconds, processor seconds, MiB. Ends with what the program said when it fails."""
    wrapped = [sys.executable, "-I", "-S", "-c", RUN, *map(str, command)]
    out = subprocess.run(wrapped, cwd=folder, stdout=subprocess.PIPE, check=True).stdout
    code, said, *figures = json.loads(out)
    if code != 0:
        raise SystemExit(f"{command[0]} ended with {code}:\n{said}")
    return figures


def median(runs):
    """Of each figure."""
    return [statistics.median(column) for column in zip(*runs)]

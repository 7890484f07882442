"""Pages per CPU-second of `hearsay capture` beside trafilatura (PyPI), one thread each, on the same pages, in turns.

  capture_peer.py HEARSAY_BINARY PAGES_DIR [RUNS]

PAGES_DIR is ../shared/data/pages/aeb or another folder with html/NAME.html.gz. Both give the body's text and metadata. The cost of
starting a process is taken out of both: the time for one page is subtracted from that for all. See docs/benchmarks.md.
"""
import glob
import gzip
import os
import resource
import subprocess
import sys
import tempfile

import peers

REQUIREMENTS = ["trafilatura==2.3.1", "lxml_html_clean==0.4.6"]
CHILD = """
import sys, glob, resource
import trafilatura
paths = sorted(glob.glob(sys.argv[1] + "/*.html"))
pages = [open(path, "rb").read() for path in paths]
def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
for fast in (False, True):
    trafilatura.bare_extraction(pages[0], with_metadata=True, fast=fast)
    start = cpu()
    for page in pages:
        trafilatura.bare_extraction(page, with_metadata=True, fast=fast)
    print("fast" if fast else "default", len(pages) / (cpu() - start))
"""


def cpu_of(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    binary, folder = sys.argv[1], sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    python = peers.environment("bench-venv-capture", "trafilatura", REQUIREMENTS)
    with tempfile.TemporaryDirectory() as work:
        for path in glob.glob(os.path.join(folder, "html", "*.html.gz")):
            name = os.path.basename(path)[:-3]
            with open(os.path.join(work, name), "wb") as out:
                out.write(gzip.open(path).read())
        pages = sorted(glob.glob(work + "/*.html"))
        size = sum(os.path.getsize(page) for page in pages)
        print(f"bench: {len(pages)} pages of {folder}, {size / 1e6:.1f} MB")
        repeat = 5
        command = [binary, "capture", "--jobs", "1", "--format", "jsonl"]
        for run in range(1, runs + 1):
            ours = cpu_of(command + pages * repeat) - cpu_of(command + pages[:1])
            rate = (len(pages) * repeat - 1) / ours
            print(f"run {run}  hearsay {rate:.0f} pages per CPU-second", end="", flush=True)
            if python is None:
                print()
                continue
            peer = subprocess.run([python, "-c", CHILD, work], capture_output=True, text=True, check=True)
            for line in peer.stdout.splitlines():
                name, value = line.split()
                print(f"; trafilatura {name} {float(value):.1f}, ratio {rate / float(value):.1f}", end="")
            print()


if __name__ == "__main__":
    main()

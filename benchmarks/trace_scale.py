"""What tracing a ledger costs by its size: CPU seconds, wall seconds and memory, as a table and a drawing.

  trace_scale.py BUILD_FOLDER LEDGER [SIZE...] [--svg FILE]

BUILD_FOLDER holds `hearsay` and `hearsay-bench`; LEDGER is one of real articles with their sentence vectors, of which
`hearsay-bench vary` makes ledgers of invented affairs (1000, 3000, 10000 and 30000 articles if no sizes are given). Time
and memory are those of `hearsay trace --format json` on a ledger that was not traced yet. See docs/benchmarks.md.
"""
import argparse
import math
import os
import subprocess
import tempfile
import time


def measured(build, ledger, size, folder):
    path = os.path.join(folder, f"{size}.db")
    subprocess.run([os.path.join(build, "hearsay-bench"), "vary", ledger, path, str(size)], check=True, stdout=subprocess.DEVNULL)
    start = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen([os.path.join(build, "hearsay"), "trace", "--ledger", path, "--format", "json"], stdout=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"hearsay trace ended with {status}")
    os.remove(path)
    return {"size": size, "cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - start, "mib": usage.ru_maxrss / 1024}


def drawing(rows):
    """Both axes are logarithmic; the dotted line is where the first size would lead if the cost were proportional."""
    left, top, width, height = 70, 20, 560, 320
    sizes = [row["size"] for row in rows]
    seconds = [row["cpu"] for row in rows] + [rows[0]["cpu"] * sizes[-1] / sizes[0]]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))

    def x(size):
        return left + width * (math.log10(size) - math.log10(sizes[0])) / max(1e-9, math.log10(sizes[-1]) - math.log10(sizes[0]))

    def y(value):
        return top + height * (high - math.log10(value)) / (high - low)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 40} {top + height + 60}" font-family="sans-serif" font-size="13">',
        "<title>CPU seconds to trace a ledger, by its articles</title>",
        f'<rect width="{left + width + 40}" height="{top + height + 60}" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        out.append(f'<path d="M{left} {y(10 ** power):.1f}H{left + width}" stroke="#ddd"/>')
        out.append(f'<text x="{left - 8}" y="{y(10 ** power) + 4:.1f}" text-anchor="end">{10 ** power:g} s</text>')
    for row in rows:
        out.append(f'<text x="{x(row["size"]):.1f}" y="{top + height + 20}" text-anchor="middle">{row["size"]:,}</text>')
        out.append(f'<circle cx="{x(row["size"]):.1f}" cy="{y(row["cpu"]):.1f}" r="4" fill="#123"/>')
        out.append(f'<text x="{x(row["size"]) - 8:.1f}" y="{y(row["cpu"]) - 8:.1f}" text-anchor="end">{row["cpu"]:.0f} s</text>')
    points = " ".join(f'{x(row["size"]):.1f},{y(row["cpu"]):.1f}' for row in rows)
    out.append(f'<polyline points="{points}" fill="none" stroke="#123"/>')
    out.append(
        f'<path d="M{x(sizes[0]):.1f} {y(rows[0]["cpu"]):.1f}L{x(sizes[-1]):.1f} {y(seconds[-1]):.1f}" stroke="#888" stroke-dasharray="3 4"/>')
    out.append(f'<text x="{left + width / 2}" y="{top + height + 45}" text-anchor="middle">articles; dotted: in proportion to the first</text></svg>')
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("ledger")
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 3000, 10000, 30000])
    parser.add_argument("--svg")
    args = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in args.sizes:
            rows.append(measured(args.build, args.ledger, size, folder))
            print("{size} articles: {cpu:.1f} CPU s, {wall:.1f} s, {mib:.0f} MiB".format(**rows[-1]), flush=True)
    if args.svg:
        with open(args.svg, "w", encoding="utf8") as file:
            file.write(drawing(rows))


if __name__ == "__main__":
    main()

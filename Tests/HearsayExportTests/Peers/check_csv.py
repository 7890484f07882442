"""Reads a table with Python's own csv module: python3 check_csv.py TABLE ROWS."""
import csv
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file, strict=True))
width = len(rows[0])
assert len(rows) - 1 == int(sys.argv[2]), f"{len(rows) - 1} rows"
for number, row in enumerate(rows):
    assert len(row) == width, f"row {number} has {len(row)} cells, not {width}"
    for cell in row:
        assert not cell or cell[0] not in "=+-@\t\r\n＝＋－＠", f"row {number}: {cell!r}"
print("checked by csv:", len(rows), "rows")

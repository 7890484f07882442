#!/usr/bin/env python3
"""Prints a part of PolNeAR as JSON Lines for `hearsay read`: polnear_input.py FOLDER PART.

One article a line: id (the file's name), text (to the last character), published and outlet (from metadata.tsv).
"""
import csv
import glob
import json
import os
import sys


def main():
    folder, part = sys.argv[1:3]
    with open(os.path.join(folder, "metadata.tsv"), encoding="utf8", newline="") as table:
        rows = {row["filename"]: row for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)}
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), part, "text", "*.txt"))):
        name = os.path.basename(path)[:-4]
        with open(path, encoding="utf8", newline="") as file:
            article = {"id": name, "text": file.read()}
        row = rows.get(name, {})
        for field, column in (("published", "publication_date"), ("outlet", "publisher")):
            if row.get(column) not in (None, "", "None"):
                article[field] = row[column]
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes a ledger as the program had it before migration 8: make_early_ledger.py BINARY COMMIT NAME

The articles are added by a built program of later; their rows then go into tables of the commit's schema, in the form that
they had there: vectors as float32, affiliations as sorted words, the revision that came last as the latest, captures
without a format. COMMIT must have the migrations 1 to 7 and no later one (bb21aa0).
"""
import json
import os
import pathlib
import re
import sqlite3
import struct
import subprocess
import sys
import tempfile
from hashlib import sha256

from make_ledger import ARTICLES, PAGE, add, keep, run, settle, watch

SCHEMA = "Sources/HearsayLedger/Storage/Schema.swift"
SMALL_WORDS = {"the", "of", "for", "and", "in", "at", "on", "s"}
MIGRATIONS = [
    ("1 ledger and log", "log"), ("2 articles", "articles"), ("3 voices and statements", "voices"), ("4 search", "search"),
    ("5 traces", "traces"), ("6 judgements", "judgements"), ("7 watching", "watching")]


def warc(path, captures):
    """An archive with (address, date, page) captures."""
    with open(path, "wb") as file:
        for number, (url, date, page) in enumerate(captures):
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n")
            file.write(head.encode() + answer + b"\r\n\r\n")


def fill(binary, folder):
    for article in ARTICLES[:4]:
        add(binary, folder, article)
    pages = [
        PAGE.format(outlet="The Heron", day="2025-05-01", headline="Lighthouse to be painted",
                    paragraphs=f"<p>\u201cThe lighthouse will be {colour},\u201d said Ada Brook, its keeper, on Thursday.</p>")
        for colour in ["white", "red"]]
    url = "https://heron.example/lighthouse"
    # The older capture comes second, and was the latest revision then.
    warc(folder / "a.warc", [(url, "2025-05-03T00:00:00Z", pages[1]), (url, "2025-05-02T00:00:00Z", pages[0])])
    run(binary, folder, "add", "a.warc")
    watch(binary, folder)
    settle(binary, folder, "western")
    run(binary, folder, "due")


def empty(commit, path):
    """A file with the tables of the commit's schema."""
    schema = subprocess.run(["git", "show", f"{commit}:{SCHEMA}"], capture_output=True, text=True, check=True).stdout
    tables = dict(re.findall(r'static let (\w+) = """\n(.*?)"""', schema, re.DOTALL))
    file = sqlite3.connect(path)
    file.execute("PRAGMA application_id = 0x48534159")
    file.execute("PRAGMA journal_mode = WAL")
    file.execute("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    for name, part in MIGRATIONS:
        file.executescript(tables[part])
        file.execute("INSERT INTO grdb_migrations VALUES (?)", [name])
    return file


def copy(new, old):
    """Copies what both files have columns for. The full-text indexes follow by their triggers."""
    new.execute("PRAGMA foreign_keys = OFF")
    tables = new.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    for table, in tables.fetchall():
        if table == "grdb_migrations" or table.startswith("sqlite_"):
            continue
        columns = [f'"{row[1]}"' for row in new.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(columns)
        rows = old.execute(f"SELECT {names} FROM {table}").fetchall()
        new.executemany(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", rows)


def without_format(file):
    """Takes the format out of the captures, and out of the leaves of their entries."""
    for capture, entry, record in file.execute("SELECT id, entry, record FROM capture").fetchall():
        fields = json.loads(record)
        fields.pop("format", None)
        older = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        leaf, salt = file.execute("SELECT leaf, salt FROM entry WHERE number = ?", [entry]).fetchone()
        leaf = json.loads(leaf)
        leaf["digests"]["record"] = sha256(salt + older).hexdigest()
        leaf = json.dumps(leaf, sort_keys=True, separators=(",", ":")).encode()
        file.execute("UPDATE capture SET record = ? WHERE id = ?", [older, capture])
        digest = sha256(b"\0" + leaf).digest()
        file.execute("UPDATE entry SET leaf = ?, hash = ? WHERE number = ?", [leaf, digest, entry])


def as_it_was(file):
    without_format(file)
    for revision, width, vectors in file.execute("SELECT revision, width, vectors FROM units").fetchall():
        floats = b""
        for start in range(0, len(vectors), 4 + width):
            scale, = struct.unpack_from("<f", vectors, start)
            values = struct.unpack_from(f"<{width}b", vectors, start + 4)
            floats += struct.pack(f"<{width}f", *(scale * value for value in values))
        file.execute("UPDATE units SET vectors = ? WHERE revision = ?", [floats, revision])
    for source, affiliations in file.execute("SELECT id, affiliations FROM source").fetchall():
        words = sorted(set(re.findall(r"\w+", affiliations.lower())) - SMALL_WORDS)
        file.execute("UPDATE source SET affiliations = ? WHERE id = ?", [" ".join(words), source])
    file.execute("UPDATE revision SET latest = 0")
    last = "SELECT article, max(number) FROM revision GROUP BY article"
    file.execute(f"UPDATE revision SET latest = 1 WHERE (article, number) IN ({last})")


def main():
    binary, commit, name = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        fill(binary, folder)
        (folder / "ledger.db").rename(folder / "later.db")
        old = sqlite3.connect(folder / "later.db")
        new = empty(commit, folder / "ledger.db")
        copy(new, old)
        as_it_was(new)
        new.commit()
        assert not new.execute("PRAGMA foreign_key_check").fetchall()
        new.close()
        old.close()
        keep(folder, name)


main()

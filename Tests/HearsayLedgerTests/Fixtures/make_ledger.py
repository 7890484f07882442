#!/usr/bin/env python3
"""Makes a ledger in which everything happened that can, with a built program: make_ledger.py BINARY NAME

Writes beside this script NAME.db.z (zlib), NAME.jsonl.z (its export), NAME.checkpoint.txt (the signed log) and NAME.key.txt
(the public key of that). All people, outlets and events are invented.
"""
import base64
import http.server
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import zlib
from hashlib import sha256

HERE = pathlib.Path(__file__).parent

PAGE = """<!doctype html><html lang="en"><head><title>{headline} - {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{day}T08:00:00Z">
</head><body><article><h1>{headline}</h1>{paragraphs}</article></body></html>
"""

# name, address, outlet, day, headline, paragraphs
ARTICLES = [
    ("quay-1", "https://gull.example/quay", "The Gull", "2026-03-02", "Quay to close for repairs", [
        "The harbour will close its eastern quay, Ines Okoro, head of the Harbour Board, said on Monday.",
        "\u201cThe eastern quay will close to ships by 30 June 2026,\u201d said Okoro.",
        "The ferry company denied that any crossing would be cancelled."]),
    ("quay-2", "https://gull.example/quay", "The Gull", "2026-03-02", "Quay to close for repairs", [
        "The harbour will close its western quay, Ines Okoro, head of the Harbour Board, said on Monday.",
        "\u201cThe western quay will close to ships by 31 August 2026,\u201d said Okoro.",
        "The ferry company denied that any crossing would be cancelled."]),
    ("ferry", "https://plover.example/ferry", "The Plover", "2026-03-03", "Ferry crossings to go on", [
        "Ferries will run as before, Tomas Velden, director of the Northern Ferry Company, said on Tuesday.",
        "According to The Gull, the western quay will close to ships by 31 August 2026, "
        "Ines Okoro of the Harbour Board said."]),
    ("levy", "https://heron.example/levy", "The Heron", "2026-03-05", "Harbour levy will not rise", [
        "\u201cThe levy will not rise this year,\u201d said Tomas Veldon, director of the Northern Ferry Company.",
        "An official who asked not to be named said the levy would double by 2027."]),
    ("poet", "https://heron.example/poet", "The Heron", "2026-03-06", "A poet reads at the harbour", [
        "\u201cThe sea is an archive,\u201d Ines Okoro said at a reading on Friday."]),
    ("secret", "https://plover.example/secret", "The Plover", "2026-03-07", "Kestrel papers vanish", [
        "\u201cThe pelican manifest was burnt,\u201d said Quirina Zander, a clerk of the Osprey Office, on Saturday."]),
]
JUDGE = ["--judge", "Mara Ilves"]

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Gull</title><link>{0}/</link>
<item><title>Fish prices fall</title><link>{0}/fish</link><guid>{0}/fish</guid>
<pubDate>Sun, 08 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>"""
FISH = PAGE.format(
    outlet="The Gull", day="2026-03-08", headline="Fish prices fall",
    paragraphs="<p>\u201cFish prices will fall again by the end of 2026,\u201d said Bela Croft, a fishmonger, on Sunday.</p>")


class Site(http.server.BaseHTTPRequestHandler):
    """A feed, and an article that can go."""
    gone = False

    def do_GET(self):
        place = "http://127.0.0.1:%d" % self.server.server_port
        kind, text = {"/feed.xml": ("application/rss+xml", FEED.format(place)), "/fish": ("text/html", FISH)}.get(
            self.path, (None, ""))
        status = 404 if kind is None else 410 if Site.gone and self.path == "/fish" else 200
        body = text.encode() if status == 200 else b""
        self.send_response(status)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def run(binary, folder, *arguments):
    environment = {**os.environ, "HEARSAY_LEDGER": str(folder / "ledger.db"), "HEARSAY_KEYS": str(folder / "keys")}
    done = subprocess.run([binary, *arguments], cwd=folder, env=environment, capture_output=True, text=True)
    print("$ hearsay", *arguments, "->", done.returncode, done.stderr.strip())
    if done.returncode not in (0, 2):
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def made_by_an_older_version(path, article):
    """Sets the versions in the reading of an article back, with the leaf of its entry, so that rereading renews it."""
    file = sqlite3.connect(path)
    revision, entry, stages = file.execute(
        "SELECT d.revision, d.entry, d.stages FROM document d JOIN revision r ON r.id = d.revision WHERE r.article = ?",
        [article]).fetchone()
    older = json.dumps(dict.fromkeys(json.loads(stages), "0"), sort_keys=True, separators=(",", ":"))
    leaf, salt = file.execute("SELECT leaf, salt FROM entry WHERE number = ?", [entry]).fetchone()
    leaf = json.loads(leaf)
    leaf["digests"]["stages"] = sha256(salt + older.encode()).hexdigest()
    leaf = json.dumps(leaf, sort_keys=True, separators=(",", ":")).encode()
    file.execute("UPDATE entry SET leaf = ?, hash = ? WHERE number = ?", [leaf, sha256(b"\0" + leaf).digest(), entry])
    file.execute("UPDATE document SET stages = ? WHERE revision = ?", [older, revision])
    file.commit()
    file.close()


def watch(binary, folder):
    """Takes an article from a feed, and finds it gone at the second look."""
    Site.gone = False
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8041), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    run(binary, folder, "watch", "--once", "--allow-private", "http://127.0.0.1:8041/feed.xml")
    Site.gone = True
    run(binary, folder, "watch", "--once", "--all", "--allow-private")
    server.shutdown()


def settle(binary, folder, word):
    """Settles the forecast that has a word in its claim."""
    due = json.loads(run(binary, folder, "due", "--format", "json"))["due"]
    claim = next(item["claim"]["id"] for item in due if word in item["claim"]["text"])
    run(binary, folder, "settle", claim, "true", "--evidence", "article 2", *JUDGE)


def add(binary, folder, article):
    name, url, outlet, day, headline, paragraphs = article
    page = PAGE.format(outlet=outlet, day=day, headline=headline, paragraphs="".join(f"<p>{p}</p>" for p in paragraphs))
    (folder / f"{name}.html").write_text(page)
    run(binary, folder, "add", "--url", url, f"{name}.html")


def fill(binary, folder):
    for article in ARTICLES:
        add(binary, folder, article)
    watch(binary, folder)
    made_by_an_older_version(folder / "ledger.db", 3)
    run(binary, folder, "reread")
    listed = json.loads(run(binary, folder, "sources", "list", "--format", "json"))["sources"]
    sources = {source["label"]: str(source["id"]) for source in listed}
    run(binary, folder, "sources", "merge", sources["Tomas Velden"], sources["Tomas Veldon"], *JUDGE)
    run(binary, folder, "sources", "split", "4:v1", *JUDGE)
    settle(binary, folder, "western")
    run(binary, folder, "erase", "5", "--yes", "--reason", "asked to")
    run(binary, folder, "due")  # traces what is left, which the ledger keeps


def keep(folder, name):
    """Writes the ledger of a folder beside this script, as small as it gets."""
    file = sqlite3.connect(folder / "ledger.db")
    file.execute("VACUUM")
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()
    data = (folder / "ledger.db").read_bytes()
    packed = zlib.compress(data, 9)
    (HERE / f"{name}.db.z").write_bytes(packed)
    print(f"{name}: {len(data)} bytes, {len(packed)} packed")


def public_key(secret_text):
    """The text form of the public key, "name+id+base64", of a secret key's."""
    name, _, key = secret_text.strip().removeprefix("PRIVATE+KEY+").split("+", 2)
    secret = bytes.fromhex("302e020100300506032b657004220420") + base64.b64decode(key)[1:]
    command = ["openssl", "pkey", "-inform", "DER", "-pubout", "-outform", "DER"]
    public = b"\x01" + subprocess.run(command, input=secret, capture_output=True, check=True).stdout[-32:]
    key_id = sha256(name.encode() + b"\n" + public).digest()[:4].hex()
    return f"{name}+{key_id}+{base64.b64encode(public).decode()}\n"


def main():
    binary, name = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        fill(binary, folder)
        (HERE / f"{name}.checkpoint.txt").write_text(run(binary, folder, "log", "checkpoint"))
        (HERE / f"{name}.key.txt").write_text(public_key(next(folder.glob("keys/*/key")).read_text()))
        run(binary, folder, "log", "verify")
        lines = run(binary, folder, "export", "--format", "jsonl")
        (HERE / f"{name}.jsonl.z").write_bytes(zlib.compress(lines.encode(), 9))
        keep(folder, name)


if __name__ == "__main__":
    main()

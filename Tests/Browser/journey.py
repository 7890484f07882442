#!/usr/bin/env python3
"""Walks through the pages of `hearsay serve` in a real browser, as a reader would.

journey.py COMMAND...   starts COMMAND, which serves a fresh ledger and prints "Hearsay is at http://127.0.0.1:PORT/"

Adds articles, follows a statement to its claim and source, settles a forecast, looks at what changed between two
revisions, decides which sources are one and takes that back, signs and verifies the log; then adds an article that attacks the page in every field and looks at every page that can be reached: nothing of it may run, and
each page must hold to some simple rules of access. The last line is "N checks, N failed"; the exit code is 1 if any did.
"""
import json
import os
import re
import subprocess
import sys
import threading
from urllib.parse import quote, urljoin, urlsplit

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARTICLE = """Port Authority Prepares Night Closure of Ravna Harbour

May 16, 2031

Mayor Ines Okoro said on Friday that the harbour will close at night on June 2, 2031.

Two officials in the Transport Ministry, who asked not to be named because the talks are confidential, told The Lantern \
that 300,000 containers a year will go elsewhere.

Shipping analyst Tomas Verrin said that smaller carriers could leave the port by December 2031.
"""
REVISED = ARTICLE.replace("300,000", "200,000").replace("could leave", "will leave")
NAMESAKE = """Carriers Weigh Leaving Ravna

May 19, 2031

Shipping analyst Tomas Varrin said on Monday that two smaller carriers had already asked for berths elsewhere.
"""
ADDRESS = "https://lantern.example/2031/05/16/ravna"
ATTACK = "\"\u0301 onmouseover=alert(1) x=\"'></title></textarea><script>pwned=1;alert(2)</script><img src=x onerror=alert(3)>"
HOSTILE = f"{ATTACK}\n\nMayor {ATTACK} said that {ATTACK} will happen on June 3, 2031.\n"
MOST_PAGES = 80

# What a page must hold to, as a list of what it does not.
ACCESS = """() => {
  const wrong = [];
  if (document.querySelectorAll("h1").length !== 1) wrong.push("there is not one h1");
  if (!document.documentElement.lang) wrong.push("no lang");
  if (!document.querySelector("main#main")) wrong.push("no main");
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("it scrolls sideways");
  let level = 0;
  for (const head of document.querySelectorAll("h1, h2, h3, h4")) {
    const next = Number(head.tagName[1]);
    if (next > level + 1 && level > 0) wrong.push("a heading is left out before: " + head.textContent.slice(0, 40));
    level = next;
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select"))
    if (!field.labels || !field.labels.length) wrong.push("a field without a label: " + field.name);
  for (const link of document.querySelectorAll("a[href], button"))
    if (!(link.textContent.trim() || link.getAttribute("aria-label"))) wrong.push("a link without words: " + link.outerHTML.slice(0, 80));
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push("an id twice: " + id);
  const parse = (text) => {
    const colour = text.match(/^color\\(srgb ([^)]*)\\)/), plain = text.match(/rgba?\\(([^)]*)\\)/);
    const parts = (colour || plain || [, "0 0 0 0"])[1].split(/[ ,\\/]+/).map(Number);
    const scale = colour ? 1 : 255;
    return [parts[0] / scale, parts[1] / scale, parts[2] / scale, parts.length > 3 ? parts[3] : 1];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [1, 1, 1, 1]);
  };
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) =>
    sum + weight * (c[i] <= 0.04045 ? c[i] / 12.92 : ((c[i] + 0.055) / 1.055) ** 2.4), 0);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const dim = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("svg, .hidden, .skip") || !element.getClientRects().length) continue;
    const under = ground(element), words = over(parse(getComputedStyle(element).color), under);
    const [a, b] = [light(words), light(under)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) dim.add(`${element.tagName}.${element.className} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
  }
  for (const name of dim) wrong.push("too little contrast: " + name);
  return wrong;
}"""


class Journey:
    def __init__(self, browser, base):
        self.browser, self.base = browser, base
        self.checks, self.failed, self.alarms = 0, 0, []

    def check(self, holds, what):
        self.checks += 1
        if not holds:
            self.failed += 1
            print(f"browser: failed: {what}", flush=True)

    def page(self, **options):
        """A fresh page on which everything that runs or is refused unasked raises an alarm."""
        context = self.browser.new_context(**({"viewport": {"width": 390, "height": 844}} | options))
        context.set_default_timeout(60_000)
        if options.get("java_script_enabled", True):
            context.add_init_script(
                "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))")
        page = context.new_page()

        def dialog(box):
            self.alarms.append(f"dialog at {page.url}: {box.message}")
            box.dismiss()

        page.on("dialog", dialog)
        page.on("pageerror", lambda error: self.alarms.append(f"error at {page.url}: {error}"))
        # Chromium reports every answer with an error's status; that what is hostile may be refused is no alarm.
        page.on("console", lambda line: line.type == "error" and not re.search("status of (404|422)", line.text)
                and self.alarms.append(f"console at {page.url}: {line.text}"))
        page.on("request", lambda request: request.url.startswith(self.base) or self.alarms.append(f"a request to {request.url}"))
        return page

    def go(self, page, path):
        return page.goto(urljoin(self.base, path))

    # The steps.

    def empty(self, page):
        self.go(page, "/")
        self.check("The ledger is empty" in page.inner_text("main"), "an empty ledger says so")
        for path in ["/articles", "/claims", "/sources", "/due", "/log", "/add", "/search"]:
            self.check(self.go(page, path).status == 200, f"{path} of an empty ledger")
            self.look(page)

    def send_text(self, page, text, **fields):
        """Fills in the first form of the page for adding; true if an article came of it."""
        self.go(page, "/add")
        page.fill("#text", text)
        if fields:
            page.click("form[action='/add/text'] summary")
        for name, value in fields.items():
            page.fill(f"#{name}", value)
        page.click("form[action='/add/text'] button")
        page.wait_for_url("**/add/text")
        self.check(page.locator("h1").count() == 1, "whatever is sent has an answer")
        self.look(page)
        return page.locator(".done").count() == 1

    def paste(self, page, text, **fields):
        added = self.send_text(page, text, **fields)
        self.check(added and "Added as article" in page.inner_text(".done"), "the pasted article is added")

    def read(self, page):
        page.click(".done a")
        page.wait_for_selector("article.text")
        self.check("Ravna Harbour" in page.inner_text("h1"), "the article shows its headline")
        self.check(page.locator("article.text mark").count() > 0, "its statements are marked")
        self.look(page)
        links = page.locator("article.text a.to")
        self.check(links.count() > 0, "statements lead to claims")
        links.first.click()
        page.wait_for_selector(".count .number")
        self.check("origin" in page.inner_text(".count"), "the claim counts its origins")
        self.check(page.locator("svg.way a").count() > 0, "the claim's path is drawn")
        kept = page.request.get(urljoin(self.base, page.get_attribute("main a[href$='.svg']", "href")))
        self.check(kept.ok and kept.text().startswith("<svg "), "the claim's path can be kept as a drawing")
        self.look(page)
        page.locator(".origin .name a").first.click()
        page.wait_for_selector(".record")
        self.check("/sources/" in page.url, "an origin leads to its source")
        self.look(page)

    def settle(self, page):
        self.go(page, "/due")
        self.check(page.locator(".line.due a.title").count() > 0, "a forecast is on the due list")
        page.locator(".line.due a.title").first.click()
        page.check("input[name=outcome][value=true]")
        page.fill("#evidence", "https://lantern.example/2031/06/03/closed\nSeen at the quay")
        page.fill("#judge", "Noor Abara")
        page.click("form.settle button")
        page.wait_for_selector(".judgements")
        self.check("came true" in page.inner_text("#forecast .standing"), "the judgement counts")
        self.check("Noor Abara" in page.inner_text(".judgements"), "the judge is named")
        self.look(page)

    def revise(self, page):
        """Adds a changed version of the article, and looks at what changed."""
        self.check(self.send_text(page, REVISED, outlet="The Lantern", published="2031-05-16", url=ADDRESS),
                   "the changed article is added")
        self.check("as revision 2" in page.inner_text(".done"), "as a revision")
        page.click(".done a")
        page.click(".revisions a:has-text('What changed')")
        page.wait_for_selector(".edits")
        self.check("200,000" in page.inner_text(".edits ins") and "300,000" in page.inner_text(".edits del"),
                   "old and new words are marked")
        words = page.inner_text(".edits").lower()
        self.check("attribution: who vouches for it" in words and "more certain than before" in words,
                   "edits are named in words")
        self.check(page.locator(".edits .sides dt").all_inner_texts()[:2] == ["Revision 1", "Revision 2"],
                   "both sides say whose they are")
        self.look(page)
        page.set_viewport_size({"width": 1280, "height": 900})
        boxes = [page.locator(".edits .sides dd").nth(side).bounding_box() for side in [0, 1]]
        self.check(boxes[0]["x"] < boxes[1]["x"] and abs(boxes[0]["y"] - boxes[1]["y"]) < 2, "they stand side by side")
        page.set_viewport_size({"width": 390, "height": 844})
        page.select_option("select[name=to]", "1")
        page.click(".versions button")
        page.wait_for_url("**to=1")
        self.check("say the same" in page.inner_text(".sum"), "versions are chosen")

    def sources(self, page):
        """Makes two sources one, takes it back, and keeps them apart."""
        self.paste(page, NAMESAKE, outlet="The Skerry Courier", published="2031-05-19")
        self.go(page, "/sources")
        page.click(".tabs a:has-text('May be one')")
        pair = page.locator(".may-be > li").filter(has_text="Varrin")
        self.check(pair.count() == 1, "two names that are nearly alike are a pair")
        self.look(page)
        page.fill("#judge", "Noor Abara")
        page.click("form.as button")
        pair.locator("button:has-text('One source')").click()
        page.wait_for_selector(".done")
        self.check("Merged" in page.inner_text(".done"), "the pair is merged")
        self.check(page.input_value("#judge") == "Noor Abara" if page.locator("#judge").count() else True,
                   "who decides is kept for the next pair")
        self.check(page.locator(".may-be > li").filter(has_text="Varrin").count() == 0, "it waits no more")
        self.look(page)
        page.locator(".done a").last.click()
        page.wait_for_selector(".joining")
        self.check("Varrin" in page.inner_text("main") and "Verrin" in page.inner_text("main"), "the source has both names")
        self.check(page.locator(".splits button").count() > 1, "a name can be split off")
        self.look(page)
        page.click("a:has-text('What was decided about sources')")
        page.wait_for_selector(".decisions")
        self.check("Noor Abara" in page.inner_text(".decisions"), "the history names who decided")
        page.click(".decisions button:has-text('Take it back')")
        page.wait_for_selector(".done")
        self.check("taken back by decision 2" in page.inner_text(".decisions"), "the decision is taken back")
        self.look(page)
        self.go(page, "/sources/possible")
        pair.locator("button:has-text('Keep apart')").click()
        page.wait_for_selector(".done")
        self.check("Kept" in page.inner_text(".done") and pair.count() == 0, "the pair is kept apart")

    def log(self, page):
        self.go(page, "/log")
        page.click("form[action='/log/sign'] button")
        page.wait_for_selector(".note-text")
        self.check("Signed" in page.inner_text(".done"), "the log is signed")
        page.click("form[action='/log/verify'] button")
        page.wait_for_selector(".check")
        self.check(page.locator(".check.holds").count() == 1, "the log holds")
        self.check("does not prove" in page.inner_text(".check"), "it says what is not proved")
        self.look(page)

    def attack(self, page):
        added = self.send_text(page, HOSTILE, headline=ATTACK, outlet=ATTACK, url="javascript:alert(4)//" + ATTACK)
        again = self.send_text(page, HOSTILE + "Again.", headline=ATTACK, outlet=ATTACK)
        self.check(added or again, "a hostile text is added like any other")
        self.go(page, "/add")
        page.set_input_files("#file", {"name": ATTACK + ".html", "mimeType": "text/html",
                                       "buffer": f"<html><head><title>{ATTACK}</title></head><body><p>{HOSTILE}</p></body></html>".encode()})
        page.click("form[action='/add/file'] button")
        page.wait_for_url("**/add/file")
        self.check(page.locator("h1").count() == 1, "a hostile file has an answer")
        self.go(page, "/sources/possible?judge=" + quote(ATTACK))
        self.look(page)
        self.go(page, "/search?q=Okoro&in=voices")
        page.locator(".place a[href^='/sources/']").first.click()
        page.fill("#other", ATTACK)
        page.fill("#judge", ATTACK)
        page.click("form.merge button")
        page.wait_for_url("**/sources/merge")
        self.check("Not found" in page.inner_text("h1"), "a source of a hostile name is not found")
        self.look(page)

    def without_scripts(self):
        page = self.page(java_script_enabled=False)
        self.paste(page, "Sea Wall of Ravna Is Sound\n\nEngineer Petra Lind said that the wall will stand until 2040.\n")
        page.click(".done a")
        self.check("Petra Lind" in page.inner_text("main"), "everything works without scripts")
        page.context.close()

    def keyboard(self, page):
        self.go(page, "/")
        page.keyboard.press("Tab")
        self.check(page.evaluate("document.activeElement.className") == "skip", "the first stop skips to the page")
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        self.check(outline != "none", "the focus is visible")

    def look(self, page):
        for wrong in page.evaluate(ACCESS):
            self.check(False, f"{page.url}: {wrong}")
        self.checks += 1

    def crawl(self, page):
        """Looks at every page that can be reached, light and dark, and at its twin."""
        (seen, waiting) = (set(), ["/", "/add", "/search?q=said", "/search?q=script", "/claims?all=1"])
        while waiting and len(seen) < MOST_PAGES:
            path = waiting.pop(0)
            if path in seen:
                continue
            seen.add(path)
            self.check(self.go(page, path).status == 200, f"{path} answers")
            for scheme in ["light", "dark"]:
                page.emulate_media(color_scheme=scheme)
                self.look(page)
            if page.locator("main a").count():
                page.locator("main a").first.hover()
            self.check(page.evaluate("typeof pwned") == "undefined", f"{path}: a script of an article ran")
            for link in page.eval_on_selector_all("a[href]", "links => links.map(a => new URL(a.getAttribute('href'), location).href)"):
                self.check(re.match(r"https?://", link) is not None, f"{path}: leads to {link[:60]}")
                parts = urlsplit(link)
                target = parts.path + (f"?{parts.query}" if parts.query else "")
                if link.startswith(self.base) and not re.search(r"/capture$|\.(json|svg)$", parts.path):
                    waiting.append(target)
            twin = page.locator("link[rel=alternate]")
            if twin.count():
                answer = page.request.get(urljoin(self.base, twin.get_attribute("href")))
                self.check(answer.ok and "hearsay" in json.loads(answer.text()), f"{path}: its twin")
        print(f"browser: looked at {len(seen)} pages", flush=True)

    def run(self):
        page = self.page()
        self.empty(page)
        self.paste(page, ARTICLE, outlet="The Lantern", published="2031-05-16", url=ADDRESS)
        self.read(page)
        self.settle(page)
        self.revise(page)
        self.sources(page)
        self.log(page)
        self.without_scripts()
        self.keyboard(page)
        self.attack(page)
        self.crawl(page)
        for alarm in self.alarms:
            self.check(False, alarm)
        return self.failed == 0


def serve(command):
    """Starts the server and waits until it says where it is."""
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        if found := re.match(r"Hearsay is at (http://127\.0\.0\.1:\d+/)", line):
            threading.Thread(target=server.stdout.read, daemon=True).start()
            return server, found[1]
    sys.exit(f"browser: {command[0]} ended with {server.wait()} before it listened")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    server, base = serve(sys.argv[1:])
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            journey = Journey(browser, base)
            holds = journey.run()
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=20)
    print(f"{journey.checks} checks, {journey.failed} failed")
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()

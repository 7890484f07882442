"""Validates a bundle against the STIX 2.1 schemas and rules: python3 check_stix.py BUNDLE.

stix2-validator has OASIS's own JSON schemas and its checks of what the specification says must and should be; stix2 is
OASIS's library. One should is waived: UUIDs of version 4, which could not be the same in two exports.
"""
import json
import sys
import uuid

import stix2
from stix2validator import ValidationOptions, validate_file
from stix2validator.v21.enums import LANG_CODES

path = sys.argv[1]
result = validate_file(path, ValidationOptions(version="2.1", strict=True, strict_types=True, strict_properties=True, disabled="uuid-check"))
for problem in result.object_results:
    for error in problem.errors:
        print("error:", error)
assert result.is_valid, "stix2-validator finds faults"

with open(path, encoding="utf-8") as file:
    bundle = json.load(file)
parsed = stix2.parse(bundle, allow_custom=False, version="2.1")
assert len(parsed.objects) == len(bundle["objects"])

known = {item["id"] for item in bundle["objects"]}
for item in bundle["objects"]:
    assert uuid.UUID(item["id"].split("--")[1]).version == 5
    assert not any(name.startswith("x_") for name in item), item["id"]
    assert item.get("lang", "en") in LANG_CODES
    for name, value in item.items():
        references = value if name.endswith("_refs") else [value] if name.endswith("_ref") else []
        assert known.issuperset(references), f"{item['id']} refers to what is not there"
print("checked by stix2-validator and stix2:", len(known), "objects")

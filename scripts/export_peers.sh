#!/usr/bin/env bash
# Installs the tools that the export tests hold their output against (Tests/HearsayExportTests/Peers) in the user's
# cache, where the tests find them. Safe to run again; without it those tests are skipped, and say so.
set -euo pipefail
folder="${XDG_CACHE_HOME:-$HOME/.cache}/hearsay/export-peers"
[[ -x "$folder/bin/python" ]] || python3 -m venv "$folder"
"$folder/bin/pip" install --quiet stix2-validator==3.3.2 stix2==3.0.2 rdflib==7.6.0 pyld==3.3.0 anchorpoint==0.8.2
# Only for the files that they carry: W3C's PROV-O ontology and schema.org's vocabulary.
"$folder/bin/pip" install --quiet --no-deps pylode==3.4.1 rocrate==0.16.0
echo "export peers: $folder"

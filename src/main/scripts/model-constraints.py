#!/usr/bin/env python3
"""Rebuilds protocol/constraints/SERVICE.json from the service's model in botocore (Apache License 2.0).

    python3 model-constraints.py logs path/to/botocore/data/logs/2014-03-28/service-2.json.gz

SERVICE is iam, logs or sts. Kept are the actions of docs/COVERAGE.md and the shapes that their requests lead to, with what the service refuses: required
members, patterns, and the bounds of lengths and numbers. Enumerations are left out: the codec knows them from the SDK's classes.
"""

import gzip
import json
import pathlib
import sys

RESOURCES = pathlib.Path(__file__).parent.parent / "resources/io/vpclocal/protocol/constraints"
BOUNDS = ("min", "max", "pattern")
SECTIONS = {"iam": "AWS IAM", "sts": "AWS STS", "logs": "Amazon CloudWatch Logs"}
# The service was seen to take what these would refuse, or to refuse it with a text of its own.
LOOSE = {
    "logs": (
        ("LogGroupName", "max"),
        ("LogStreamName", "max"),
        ("MetricNamespace", "pattern"),
        ("MetricTransformations", "max"),
        ("InputLogEvents", "max"),
        ("AmazonResourceName", "pattern"),
    ),
    "iam": (
        ("userNameType", "pattern"),
        ("existingUserNameType", "pattern"),
        ("groupNameType", "pattern"),
        ("roleNameType", "pattern"),
        ("policyNameType", "pattern"),
        ("instanceProfileNameType", "pattern"),
        ("serverCertificateNameType", "pattern"),
        ("virtualMFADeviceName", "pattern"),
        ("pathType", "min"),
        ("pathType", "pattern"),
        ("pathPrefixType", "min"),
        ("pathPrefixType", "max"),
        ("pathPrefixType", "pattern"),
        ("policyPathType", "min"),
        ("policyPathType", "max"),
        ("policyPathType", "pattern"),
    ),
    "sts": (),
}
# Tests that pass on AWS: errors do not repeat these values.
HIDDEN = {"logs": ("LogGroupIdentifier",), "iam": (), "sts": ()}
COVERAGE = pathlib.Path(__file__).parents[3] / "docs/COVERAGE.md"


def covered(service):
    section = COVERAGE.read_text().split(f"## {SECTIONS[service]}\n")[1].split("\n## ")[0]
    return {line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| ")}


def keep(model, name, kept):
    if name in kept:
        return
    shape = model["shapes"][name]
    rule = kept[name] = {"type": shape["type"]}
    rule.update({key: shape[key] for key in BOUNDS if key in shape})
    if "required" in shape:
        rule["required"] = shape["required"]
    for part in ("member", "key", "value"):
        if part in shape:
            rule[part] = shape[part]["shape"]
            keep(model, rule[part], kept)
    if "members" in shape:
        rule["members"] = {member: of["shape"] for member, of in shape["members"].items()}
        for part in rule["members"].values():
            keep(model, part, kept)


def constrained(name, kept, seen=()):
    rule = kept[name]
    if name in seen:
        return False
    parts = list(rule.get("members", {}).values()) + [rule[part] for part in ("member", "key", "value") if part in rule]
    return any(key in rule for key in BOUNDS + ("required",)) or any(
        constrained(part, kept, seen + (name,)) for part in parts
    )


def error(service, operation):
    if service != "logs":
        return "ValidationError"
    errors = [error["shape"] for error in operation.get("errors", [])]
    classic = "InvalidParameterException"
    return classic if classic in errors or "ValidationException" not in errors else "ValidationException"


def main():
    service = sys.argv[1]
    with gzip.open(sys.argv[2]) as file:
        model = json.load(file)
    kept = {}
    actions = {}
    wanted = covered(service)
    for action, operation in model["operations"].items():
        if action in wanted and "input" in operation:
            actions[action] = {"input": operation["input"]["shape"], "error": error(service, operation)}
            keep(model, operation["input"]["shape"], kept)
    for name, bound in LOOSE[service]:
        kept.get(name, {}).pop(bound, None)
    for name in HIDDEN[service]:
        kept[name]["hidden"] = True
    shapes = {}
    for name in sorted(kept):
        if constrained(name, kept):
            rule = kept[name]
            if "members" in rule:
                rule["members"] = {m: s for m, s in rule["members"].items()
                                   if constrained(s, kept) or m in rule.get("required", [])}
            shapes[name] = rule
    lines = ['{"actions": {']
    lines.append(",\n".join(f"{json.dumps(a)}: {json.dumps(of)}" for a, of in sorted(actions.items())))
    lines.append('}, "shapes": {')
    lines.append(",\n".join(f"{json.dumps(s)}: {json.dumps(of)}" for s, of in shapes.items()))
    lines.append("}}")
    (RESOURCES / f"{service}.json").write_text("\n".join(lines) + "\n")


main()

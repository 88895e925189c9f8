#!/usr/bin/env python3
"""Rebuilds service-marks.tsv from the service models of botocore (Apache License 2.0).

    pip install botocore
    python3 service-marks.py

The resource is text, a line per mark by which a request without a signature tells its service, sorted, with these
fields between tabs:

    kind | mark | signing name

The kinds are: target, the part of X-Amz-Target before the point; host, the first labels of the service's host names;
agent, the name in the User-Agent of SDKs and of the AWS CLI, lower-case letters and digits only; header, a header that
only operations of this service have; version, the API version of a query service; operation, the API version and name of
an operation that an emulated query service also has. Two services can have the same version.
"""

import pathlib

import botocore.loaders

RESOURCE = pathlib.Path(__file__).parent.parent / "resources/io/vpclocal/proxy/service-marks.tsv"
HEAD = "# Marks by which a request without a signature tells its service. Rebuilt by service-marks.py.\n"
HEAD += "# kind\tmark\tsigning name\n"

# Signers, load balancers and services that call others add them to any request. Amazon S3 is known by its paths.
NOT_MARKS = {"x-amz-content-sha256", "x-amz-source-arn", "x-amzn-trace-id"}
EMULATED = ("ec2", "iam", "sts", "elbv2")


def plain(name):
    return "".join(c for c in name.lower() if c.isalnum())


def headers(model):
    shapes = model["shapes"]
    for operation in model["operations"].values():
        for member in shapes.get(operation.get("input", {}).get("shape"), {}).get("members", {}).values():
            name = member.get("locationName", "").lower()
            if member.get("location") == "header" and name.startswith("x-amz") and name not in NOT_MARKS:
                yield name


def is_query(about):
    return about["protocol"] in ("query", "ec2") or "query" in about.get("protocols", [])


def main():
    loader = botocore.loaders.Loader()
    # The AWS CLI has more than one command for Amazon S3. The credential provider of AWS IoT has no service model.
    lines = {"\t".join(["agent", "s3api", "s3"]), "\t".join(["header", "x-amzn-iot-thingname", "iot"])}
    owners = {}
    emulated = {
        operation
        for service in EMULATED
        for operation in loader.load_service_model(service, "service-2")["operations"]
    }
    for service in loader.list_available_services("service-2"):
        model = loader.load_service_model(service, "service-2")
        about = model["metadata"]
        name = about.get("signingName", about["endpointPrefix"])
        marks = [
            ("agent", plain(service)),
            ("agent", plain(about["serviceId"])),
            ("host", about["endpointPrefix"].lower()),
            ("host", name.lower()),
        ]
        if "targetPrefix" in about:
            marks.append(("target", about["targetPrefix"]))
        if is_query(about):
            marks.append(("version", about["apiVersion"]))
            if service not in EMULATED:
                shared = emulated.intersection(model["operations"])
                marks.extend(("operation", about["apiVersion"] + " " + operation) for operation in shared)
        for header in headers(model):
            owners.setdefault(header, set()).add(name)
        lines.update("\t".join([kind, mark, name]) for kind, mark in marks)
    lines.update(
        "\t".join(["header", header, *names]) for header, names in owners.items() if len(names) == 1 and "s3" not in names
    )
    RESOURCE.write_text(HEAD + "\n".join(sorted(lines)) + "\n")
    print(len(lines), "marks")


main()

#!/usr/bin/env python3
"""Rebuilds service-marks.tsv from the service models of botocore (Apache License 2.0).

    pip install botocore
    python3 service-marks.py

The resource is text, a line per mark by which a request without a signature tells its service, sorted, with these
fields between tabs:

    kind | mark | signing name

The kinds are: target, the part of X-Amz-Target before the point; host, the first labels of the service's host names;
agent, the name in the User-Agent of SDKs and of the AWS CLI, lower-case letters and digits only; version, the API
version of a query service. Two services can have the same version.
"""

import pathlib

import botocore.loaders

RESOURCE = pathlib.Path(__file__).parent.parent / "resources/io/vpclocal/proxy/service-marks.tsv"
HEAD = "# Marks by which a request without a signature tells its service. Rebuilt by service-marks.py.\n"
HEAD += "# kind\tmark\tsigning name\n"


def plain(name):
    return "".join(c for c in name.lower() if c.isalnum())


def main():
    loader = botocore.loaders.Loader()
    # The AWS CLI has more than one command for Amazon S3.
    lines = {"\t".join(["agent", "s3api", "s3"])}
    for service in loader.list_available_services("service-2"):
        about = loader.load_service_model(service, "service-2")["metadata"]
        name = about.get("signingName", about["endpointPrefix"])
        marks = [
            ("agent", plain(service)),
            ("agent", plain(about["serviceId"])),
            ("host", about["endpointPrefix"].lower()),
            ("host", name.lower()),
        ]
        if "targetPrefix" in about:
            marks.append(("target", about["targetPrefix"]))
        if about["protocol"] in ("query", "ec2") or "query" in about.get("protocols", []):
            marks.append(("version", about["apiVersion"]))
        lines.update("\t".join([kind, mark, name]) for kind, mark in marks)
    RESOURCE.write_text(HEAD + "\n".join(sorted(lines)) + "\n")
    print(len(lines), "marks")


main()

#!/usr/bin/env python3
"""Rebuilds rest-operations.gz from the service models of botocore (Apache License 2.0).

    pip install botocore
    python3 rest-operations.py

The resource is gzip'd text, a line per operation of the REST services other than Amazon S3, sorted, with these fields
between tabs:

    signing name | method | path with {members} and perhaps a query that selects the operation | operation

{x+} takes the rest of the path. Of several services with one signing name, all operations are listed.
"""

import gzip
import pathlib

import botocore.loaders

RESOURCE = pathlib.Path(__file__).parent.parent / "resources/io/vpclocal/proxy/rest-operations.gz"


def main():
    loader = botocore.loaders.Loader()
    lines = set()
    for service in loader.list_available_services("service-2"):
        model = loader.load_service_model(service, "service-2")
        about = model["metadata"]
        name = about.get("signingName", about["endpointPrefix"])
        if about["protocol"].startswith("rest") and name != "s3":
            for operation, details in model["operations"].items():
                http = details["http"]
                lines.add("\t".join([name, http["method"], http["requestUri"], operation]))
    text = "\n".join(sorted(lines)) + "\n"
    RESOURCE.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(len(lines), "operations,", RESOURCE.stat().st_size, "bytes")


main()

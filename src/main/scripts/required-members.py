#!/usr/bin/env python3
"""Renews required-members.properties, which members of requests AWS requires, for the actions in actions.txt.

The Java SDK does not tell; the service models of botocore (Apache License 2.0) do. Needs botocore, which comes with the AWS
CLI of version 1 and with boto3:

    python3 src/main/scripts/required-members.py
"""
import pathlib

import botocore.session

FOLDER = pathlib.Path(__file__).parents[1] / "resources/io/vpclocal/protocol"
MODELS = {"elasticloadbalancing": "elbv2"}

session = botocore.session.get_session()
service, model, lines = "", None, []
for line in (FOLDER / "apidocument/actions.txt").read_text().splitlines():
    name = line.split(" | ")[0]
    if name.startswith("## "):
        service = name[3:]
        model = session.get_service_model(MODELS.get(service, service)) if service != "control" else None
    elif model and name and not name.startswith("#") and name in model.operation_names:
        shape = model.operation_model(name).input_shape
        if shape and shape.required_members:
            lines.append(f"{service}/{name}=" + ",".join(shape.required_members))
(FOLDER / "required-members.properties").write_text("\n".join(sorted(lines)) + "\n")

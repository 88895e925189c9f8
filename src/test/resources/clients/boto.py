"""Paginators, waiters, dry runs and errors of boto3: python3 boto.py ENDPOINT. Prints what is wrong."""

import sys

import boto3
from botocore.exceptions import ClientError

ACCOUNT = "666666666666"
QUICK = {"Delay": 1, "MaxAttempts": 60}
SERVICES = ("ec2", "iam", "sts", "logs", "elbv2")
# Not emulated, or newer than the emulator's model of the service.
REFUSED = {"UnsupportedOperation", "UnknownOperationException", "InvalidAction"}
# They need one of several parameters, which the model does not say.
NEEDY = {
    "describe_launch_template_versions",
    "describe_listeners",
    "describe_log_streams",
    "describe_rules",
    "filter_log_events",
}

endpoint = sys.argv[1]
clients = {
    name: boto3.client(
        name,
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=ACCOUNT,
        aws_secret_access_key="test",
    )
    for name in SERVICES
}
ec2, iam, elb = clients["ec2"], clients["iam"], clients["elbv2"]
wrong = []


def expect(what, condition):
    if not condition:
        wrong.append(what)


def code(call, **arguments):
    """The error code of a call; empty if it succeeds."""
    try:
        call(**arguments)
        return ""
    except ClientError as error:
        return error.response["Error"]["Code"]


def every_paginator():
    """Pages of every list that needs no parameter. A list is present even if it is empty."""
    done = 0
    for name, client in clients.items():
        for method, operation in client.meta.method_to_api_mapping.items():
            model = client.meta.service_model.operation_model(operation)
            required = model.input_shape.required_members if model.input_shape else []
            if required or method in NEEDY or not client.can_paginate(method):
                continue
            try:
                for page in client.get_paginator(method).paginate(PaginationConfig={"MaxItems": 20}):
                    lists = [key for key, shape in model.output_shape.members.items() if shape.type_name == "list"]
                    expect(f"{name} {method} has no {lists}", all(key in page for key in lists))
                done += 1
            except ClientError as error:
                expect(f"{name} {method}: {error}", error.response["Error"]["Code"] in REFUSED)
    expect(f"only {done} paginators", done > 90)


def pages():
    """Pages of one item each hold every item once."""
    vpcs = [ec2.create_vpc(CidrBlock=f"10.{n}.0.0/16")["Vpc"]["VpcId"] for n in range(90, 97)]
    found = []
    for page in ec2.get_paginator("describe_vpcs").paginate(
        Filters=[{"Name": "is-default", "Values": ["false"]}], PaginationConfig={"PageSize": 5}
    ):
        expect(f"page of {len(page['Vpcs'])}", len(page["Vpcs"]) <= 5)
        found += [vpc["VpcId"] for vpc in page["Vpcs"]]
    expect(f"pages {found} of {vpcs}", found == vpcs)
    for vpc in vpcs[1:]:
        ec2.delete_vpc(VpcId=vpc)
    return vpcs[0]


def waiters(vpc):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.90.1.0/24")["Subnet"]["SubnetId"]
    eni = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    nat = ec2.create_nat_gateway(SubnetId=subnet, ConnectivityType="private")["NatGateway"]["NatGatewayId"]
    iam.create_user(UserName="boto")
    for client, waiter, arguments in (
        (ec2, "vpc_exists", {"VpcIds": [vpc]}),
        (ec2, "vpc_available", {"VpcIds": [vpc]}),
        (ec2, "subnet_available", {"SubnetIds": [subnet]}),
        (ec2, "network_interface_available", {"NetworkInterfaceIds": [eni]}),
        (ec2, "nat_gateway_available", {"NatGatewayIds": [nat]}),
        (iam, "user_exists", {"UserName": "boto"}),
    ):
        client.get_waiter(waiter).wait(WaiterConfig=QUICK, **arguments)
    ec2.delete_nat_gateway(NatGatewayId=nat)
    ec2.get_waiter("nat_gateway_deleted").wait(NatGatewayIds=[nat], WaiterConfig=QUICK)
    ec2.delete_network_interface(NetworkInterfaceId=eni)
    ec2.delete_subnet(SubnetId=subnet)
    iam.delete_user(UserName="boto")


def dry_runs(vpc):
    """A dry run says that it would have succeeded, or names what does not exist; it changes nothing."""
    for call, arguments, expected in (
        (ec2.create_vpc, {"CidrBlock": "10.1.0.0/16"}, "DryRunOperation"),
        (ec2.create_subnet, {"VpcId": vpc, "CidrBlock": "10.90.2.0/24"}, "DryRunOperation"),
        (ec2.create_security_group, {"GroupName": "g", "Description": "g", "VpcId": vpc}, "DryRunOperation"),
        (ec2.create_vpc_endpoint, {"VpcId": vpc, "ServiceName": "com.amazonaws.us-east-1.s3"}, "DryRunOperation"),
        (ec2.describe_vpcs, {}, "DryRunOperation"),
        (ec2.describe_transit_gateways, {}, "DryRunOperation"),
        (ec2.delete_vpc, {"VpcId": vpc}, "DryRunOperation"),
        (ec2.delete_vpc, {"VpcId": "vpc-0123456789abcdef0"}, "InvalidVpcID.NotFound"),
        (ec2.delete_subnet, {"SubnetId": "subnet-0123456789abcdef0"}, "InvalidSubnetID.NotFound"),
    ):
        found = code(call, DryRun=True, **arguments)
        expect(f"{call.__name__} {arguments}: {found}", found == expected)
    count = len(ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["Subnets"])
    expect(f"{count} subnets after dry runs", count == 0)


def errors():
    """Each service's errors are those of the client's own classes or codes."""
    try:
        iam.get_role(RoleName="nobody")
        wrong.append("get_role of nobody")
    except iam.exceptions.NoSuchEntityException as error:
        expect(str(error), error.response["ResponseMetadata"]["HTTPStatusCode"] == 404)
    try:
        clients["logs"].get_log_events(logGroupName="none", logStreamName="none")
        wrong.append("get_log_events of none")
    except clients["logs"].exceptions.ResourceNotFoundException:
        pass
    try:
        elb.describe_target_groups(Names=["none"])
        wrong.append("describe_target_groups of none")
    except elb.exceptions.TargetGroupNotFoundException:
        pass


kept = pages()
every_paginator()
waiters(kept)
dry_runs(kept)
errors()
ec2.delete_vpc(VpcId=kept)
print(f"{len(wrong)} wrong", *wrong, sep="\n")
sys.exit(1 if wrong else 0)

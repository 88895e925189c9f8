import botocore.exceptions
import pytest


def test_s3_is_reached_through_the_endpoint_alone(aws):
    ec2 = aws.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    host = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    routes = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"][0]["RouteTableId"]
    assert not aws.traffic(host, "s3", 443)["allowed"]

    ec2.create_vpc_endpoint(VpcId=vpc, ServiceName="com.amazonaws.us-east-1.s3", RouteTableIds=[routes])

    assert aws.traffic(host, "s3", 443)["allowed"]


def test_a_vpc_in_use_stays(aws):
    ec2 = aws.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")

    with pytest.raises(botocore.exceptions.ClientError) as error:
        ec2.delete_vpc(VpcId=vpc)

    assert error.value.response["Error"]["Code"] == "DependencyViolation"

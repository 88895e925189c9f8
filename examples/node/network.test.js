import assert from "node:assert/strict";
import test from "node:test";
import {
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  DeleteVpcCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";

const ec2 = new EC2Client({
  endpoint: process.env.AWS_ENDPOINT_URL ?? "http://localhost:4566",
  region: "us-east-1",
  credentials: { accessKeyId: "333333333333", secretAccessKey: "test" },
});

test("an interface endpoint has a DNS name in its VPC", async () => {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId: Vpc.VpcId, CidrBlock: "10.0.1.0/24" }));

  const { VpcEndpoint } = await ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: Vpc.VpcId,
      VpcEndpointType: "Interface",
      ServiceName: "com.amazonaws.us-east-1.kms",
      SubnetIds: [Subnet.SubnetId],
    }),
  );

  assert.match(VpcEndpoint.DnsEntries[0].DnsName, /\.kms\.us-east-1\.vpce\.amazonaws\.com$/);
  await assert.rejects(ec2.send(new DeleteVpcCommand({ VpcId: Vpc.VpcId })), { name: "DependencyViolation" });
});

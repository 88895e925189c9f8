// Pages, waiters, dry runs and errors of the AWS SDK for JavaScript: node sdk.mjs ENDPOINT.

import assert from "node:assert/strict";
import * as ec2 from "@aws-sdk/client-ec2";
import * as iam from "@aws-sdk/client-iam";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as elb from "@aws-sdk/client-elastic-load-balancing-v2";
import * as sts from "@aws-sdk/client-sts";

const account = "777777777777";
const config = {
  endpoint: process.argv[2],
  region: "us-east-1",
  credentials: { accessKeyId: account, secretAccessKey: "test" },
};
const network = new ec2.EC2Client(config);
const people = new iam.IAMClient(config);
const balancing = new elb.ElasticLoadBalancingV2Client(config);
const groups = new logs.CloudWatchLogsClient(config);

const caller = await new sts.STSClient(config).send(new sts.GetCallerIdentityCommand({}));
assert.equal(caller.Account, account);

// Pages
const vpcs = [];
for (let n = 90; n < 97; n++) {
  const made = await network.send(new ec2.CreateVpcCommand({ CidrBlock: `10.${n}.0.0/16` }));
  vpcs.push(made.Vpc.VpcId);
}
const found = [];
const filters = [{ Name: "is-default", Values: ["false"] }];
for await (const page of ec2.paginateDescribeVpcs({ client: network, pageSize: 5 }, { Filters: filters })) {
  assert.ok(page.Vpcs.length <= 5);
  found.push(...page.Vpcs.map((vpc) => vpc.VpcId));
}
assert.deepEqual(found, vpcs);
const [vpc, ...others] = vpcs;
for (const other of others) {
  await network.send(new ec2.DeleteVpcCommand({ VpcId: other }));
}

// Waiters
const wait = { client: network, maxWaitTime: 60, minDelay: 1, maxDelay: 1 };
const { Subnet: subnet } = await network.send(new ec2.CreateSubnetCommand({ VpcId: vpc, CidrBlock: "10.90.1.0/24" }));
await ec2.waitUntilVpcAvailable(wait, { VpcIds: [vpc] });
await ec2.waitUntilSubnetAvailable(wait, { SubnetIds: [subnet.SubnetId] });
const { NatGateway: nat } = await network.send(
  new ec2.CreateNatGatewayCommand({ SubnetId: subnet.SubnetId, ConnectivityType: "private" }),
);
await ec2.waitUntilNatGatewayAvailable(wait, { NatGatewayIds: [nat.NatGatewayId] });
await network.send(new ec2.DeleteNatGatewayCommand({ NatGatewayId: nat.NatGatewayId }));
await ec2.waitUntilNatGatewayDeleted(wait, { NatGatewayIds: [nat.NatGatewayId] });

// Endpoints, and lists of which some are always empty
const { VpcEndpoint: endpoint } = await network.send(
  new ec2.CreateVpcEndpointCommand({ VpcId: vpc, ServiceName: "com.amazonaws.us-east-1.s3" }),
);
assert.equal(endpoint.State, "available");
assert.ok(endpoint.CreationTimestamp instanceof Date);
const connects = await network.send(new ec2.DescribeTransitGatewayConnectsCommand({}));
assert.deepEqual(connects.TransitGatewayConnects ?? [], []);
await network.send(new ec2.DeleteVpcEndpointsCommand({ VpcEndpointIds: [endpoint.VpcEndpointId] }));

// Errors and dry runs, by the names that programs test
const refused = (client, command, name) =>
  assert.rejects(client.send(command), (error) => {
    assert.equal(error.name, name);
    return true;
  });
await refused(network, new ec2.DeleteVpcCommand({ VpcId: vpc, DryRun: true }), "DryRunOperation");
await refused(network, new ec2.DeleteVpcCommand({ VpcId: vpc }), "DependencyViolation");
await refused(network, new ec2.DescribeVpcsCommand({ VpcIds: ["vpc-0123456789abcdef0"] }), "InvalidVpcID.NotFound");
await refused(network, new ec2.CreateTransitGatewayConnectCommand({}), "UnsupportedOperation");
await refused(people, new iam.GetUserCommand({ UserName: "nobody" }), "NoSuchEntityException");
await refused(balancing, new elb.DescribeTargetGroupsCommand({ Names: ["none"] }), "TargetGroupNotFoundException");
await refused(
  groups,
  new logs.GetLogEventsCommand({ logGroupName: "none", logStreamName: "none" }),
  "ResourceNotFoundException",
);

// Logs
await groups.send(new logs.CreateLogGroupCommand({ logGroupName: "js" }));
await groups.send(new logs.CreateLogStreamCommand({ logGroupName: "js", logStreamName: "a" }));
const events = [{ timestamp: Date.now(), message: "hello" }];
await groups.send(new logs.PutLogEventsCommand({ logGroupName: "js", logStreamName: "a", logEvents: events }));
const read = await groups.send(new logs.FilterLogEventsCommand({ logGroupName: "js", filterPattern: "hello" }));
assert.equal(read.events.length, 1);
await groups.send(new logs.DeleteLogGroupCommand({ logGroupName: "js" }));

await network.send(new ec2.DeleteSubnetCommand({ SubnetId: subnet.SubnetId }));
await network.send(new ec2.DeleteVpcCommand({ VpcId: vpc }));
console.log("0 wrong");

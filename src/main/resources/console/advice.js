// What would let a stopped flow pass, by the code of what stopped it.

const port = flow => flow.destinationPort === undefined ? '' : ` ${flow.destinationPort}`;
const id = text => text.split(', ')[0];

const ADVICE = {
  ENI_SG_RULES_MISMATCH: ({stoppedAt}, flow) => {
    const way = stoppedAt.stage.endsWith('EGRESS') ? 'egress' : 'ingress';
    return `a rule in ${id(stoppedAt.component)}: aws ec2 authorize-security-group-${way} --group-id ${id(stoppedAt.component)}`
      + ` --protocol ${flow.protocol}${port(flow) ? ` --port${port(flow)}` : ''} --cidr …`;
  },
  SUBNET_ACL_RESTRICTION: ({stoppedAt}) =>
    `an allow rule before rule ${stoppedAt.rule} of ${stoppedAt.component}, in the ${stoppedAt.stage.endsWith('EGRESS') ? 'outbound' : 'inbound'} direction.`
    + ' ACLs keep no state: answers need a rule too, for ports 1024-65535.',
  NO_ROUTE_TO_DESTINATION: ({stoppedAt}, flow) =>
    `a route in ${stoppedAt.component}: to a NAT or internet gateway, or for S3 and DynamoDB a gateway endpoint`
    + ` with --route-table-ids ${stoppedAt.component}.${/^\d/.test(flow.destination) ? '' : ' An interface endpoint with private DNS serves the other services.'}`,
  BAD_STATE_ROUTE: ({stoppedAt}) => `a target that exists: aws ec2 replace-route --route-table-id ${stoppedAt.component} …`,
  INSTANCE_NOT_RUNNING: () => 'the instance running: aws ec2 start-instances --instance-ids …',
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: () => 'an Elastic IP address for the interface (aws ec2 associate-address), or a route through a NAT gateway.',
  INTERNET_GATEWAY_NOT_ATTACHED: () => 'an internet gateway attached to the VPC: aws ec2 attach-internet-gateway …',
  ENI_SOURCE_DEST_CHECK_RESTRICTION: ({stoppedAt}) =>
    `aws ec2 modify-network-interface-attribute --network-interface-id ${stoppedAt.component} --no-source-dest-check`,
  ENDPOINT_NOT_AVAILABLE: ({stoppedAt}) => `${stoppedAt.component} available: the service's owner accepts the connection, or provisioning ends.`,
  ENDPOINT_POLICY_DENIED: ({stoppedAt}) => `a statement in the endpoint's policy that allows the call: aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${stoppedAt.component} --policy-document …`,
  NO_HEALTHY_TARGET: () => 'a registered, healthy target: aws elbv2 register-targets …',
  ELBV2_LISTENERS_MISMATCH: (answer, flow) => `a listener for ${flow.protocol}${port(flow)}: aws elbv2 create-listener …`,
  DNS_SUPPORT_DISABLED: () => 'DNS support of the VPC: aws ec2 modify-vpc-attribute --enable-dns-support …',
};

/** Words, or null if nothing short can be said. */
export const advice = (answer, flow) => ADVICE[answer.code]?.(answer, flow) ?? null;

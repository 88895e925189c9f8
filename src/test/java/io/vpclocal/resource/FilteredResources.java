package io.vpclocal.resource;

import io.vpclocal.testing.Aws;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** Resources of many kinds with values for many filters. */
final class FilteredResources {

    private final SampleIds ids;
    private final Ec2Client ec2;
    private final String vpc;
    private final String subnet;

    FilteredResources(Aws aws, String account) {
        ids = new SampleIds(aws, account);
        ec2 = aws.ec2(account);
        vpc = ids.fill("{VPC}");
        subnet = ids.fill("{SUBNET}");
        ids.fill("{LIST}{SERVICE}");
        ec2.createLaunchTemplateVersion(
                r -> r.launchTemplateId(ids.fill("{TEMPLATE}")).launchTemplateData(d -> d.imageId("ami-12345678")
                        .ebsOptimized(true)
                        .kernelId("aki-12345678")
                        .ramDiskId("ari-12345678")
                        .metadataOptions(m -> m.httpTokens("required").httpEndpoint("enabled"))));
        network();
        instance();
        gateways();
        endpoints();
        others();
        ec2.describeSubnets().subnets().forEach(each -> tag(each.subnetId()));
        ec2.createTags(r -> r.resources(vpc, ids.fill("{SERVICE}"), ids.fill("{TEMPLATE}"))
                .tags(t -> t.key("Owner").value("ana")));
    }

    /** Parameters of an action besides filters. */
    String required(String action) {
        return ids.fill(DocumentedFiltersTest.REQUIRED.getOrDefault(action, ""));
    }

    private void tag(String id) {
        ec2.createTags(r -> r.resources(id).tags(t -> t.key("Owner").value("ana")));
    }

    private void network() {
        ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).amazonProvidedIpv6CidrBlock(true));
        String block = ec2.describeVpcs(r -> r.vpcIds(vpc))
                .vpcs()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock();
        ec2.associateSubnetCidrBlock(r -> r.subnetId(subnet).ipv6CidrBlock(block.replace("/56", "/64")));
        String group = ec2.createSecurityGroup(
                        r -> r.vpcId(vpc).groupName("web").description("Web servers"))
                .groupId();
        ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                .ipPermissions(
                        p -> p.ipProtocol("tcp").fromPort(80).toPort(81).ipRanges(c -> c.cidrIp("10.0.0.0/8")),
                        p -> p.ipProtocol("tcp").fromPort(80).toPort(81).ipv6Ranges(c -> c.cidrIpv6("fd00::/8")),
                        p -> p.ipProtocol("udp").fromPort(53).toPort(53).userIdGroupPairs(u -> u.groupId(group)),
                        p -> p.ipProtocol("udp")
                                .fromPort(54)
                                .toPort(54)
                                .prefixListIds(l -> l.prefixListId(ids.fill("{LIST}")))));
        ec2.authorizeSecurityGroupEgress(r -> r.groupId(group)
                .ipPermissions(
                        p -> p.ipProtocol("tcp").fromPort(80).toPort(81).ipRanges(c -> c.cidrIp("10.0.0.0/8")),
                        p -> p.ipProtocol("tcp").fromPort(80).toPort(81).ipv6Ranges(c -> c.cidrIpv6("fd00::/8")),
                        p -> p.ipProtocol("udp").fromPort(53).toPort(53).userIdGroupPairs(u -> u.groupId(group)),
                        p -> p.ipProtocol("udp")
                                .fromPort(54)
                                .toPort(54)
                                .prefixListIds(l -> l.prefixListId(ids.fill("{LIST}")))));
        tag(group);
        ec2.describeSecurityGroupRules(r -> {}).securityGroupRules().forEach(rule -> tag(rule.securityGroupRuleId()));
        ec2.createSubnetCidrReservation(
                r -> r.subnetId(subnet).cidr("10.0.0.128/28").reservationType("prefix"));
    }

    private void instance() {
        ec2.modifySubnetAttribute(r -> r.subnetId(subnet).mapPublicIpOnLaunch(v -> v.value(true)));
        ec2.modifyVpcAttribute(r -> r.vpcId(vpc).enableDnsHostnames(v -> v.value(true)));
        ec2.createKeyPair(r -> r.keyName("key"));
        tag(ec2.describeKeyPairs().keyPairs().get(0).keyPairId());
        String instance = ec2.runInstances(r -> r.imageId("ami-12345678")
                        .instanceType("t3.micro")
                        .minCount(1)
                        .maxCount(1)
                        .keyName("key")
                        .clientToken("token")
                        .networkInterfaces(n -> n.deviceIndex(0)
                                .subnetId(subnet)
                                .description("eth0")
                                .associatePublicIpAddress(true)
                                .ipv6AddressCount(1)))
                .instances()
                .get(0)
                .instanceId();
        tag(instance);
        String card = ec2.describeInstances(r -> r.instanceIds(instance))
                .reservations()
                .get(0)
                .instances()
                .get(0)
                .networkInterfaces()
                .get(0)
                .networkInterfaceId();
        tag(card);
        ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(card).ipv4PrefixCount(1));
        ec2.assignIpv6Addresses(r -> r.networkInterfaceId(card).ipv6PrefixCount(1));
        String address = ec2.allocateAddress().allocationId();
        tag(address);
        ec2.createNetworkInterfacePermission(r -> r.networkInterfaceId(ids.fill("{ENI}"))
                .awsAccountId("111122223333")
                .permission("INSTANCE-ATTACH"));
        String volume = ec2.createVolume(
                        r -> r.availabilityZone("us-east-1a").size(8).volumeType(VolumeType.GP3))
                .volumeId();
        tag(volume);
        ec2.modifyVolume(r -> r.volumeId(volume).size(9));
    }

    private void gateways() {
        String internet = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(internet).vpcId(vpc));
        tag(internet);
        ec2.associateAddress(
                r -> r.allocationId(ec2.describeAddresses().addresses().get(0).allocationId())
                        .networkInterfaceId(ids.fill("{ENI}")));
        tag(ec2.createNatGateway(r -> r.subnetId(subnet).connectivityType("private"))
                .natGateway()
                .natGatewayId());
        tag(ec2.createEgressOnlyInternetGateway(r -> r.vpcId(vpc))
                .egressOnlyInternetGateway()
                .egressOnlyInternetGatewayId());
        String vpn = ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(vpn).vpcId(vpc));
        tag(vpn);
        tag(ec2.createCustomerGateway(
                        r -> r.type("ipsec.1").ipAddress("3.4.5.6").bgpAsn(65_000))
                .customerGateway()
                .customerGatewayId());
        String table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(internet));
        ec2.createRoute(r -> r.routeTableId(table)
                .destinationPrefixListId(ids.fill("{LIST}"))
                .networkInterfaceId(ids.fill("{ENI}")));
        ec2.createRoute(
                r -> r.routeTableId(table).destinationIpv6CidrBlock("::/0").gatewayId(internet));
        ec2.createRoute(r -> r.routeTableId(table)
                .destinationCidrBlock("10.9.0.0/16")
                .natGatewayId(ec2.describeNatGateways().natGateways().get(0).natGatewayId()));
        ec2.createRoute(r -> r.routeTableId(table)
                .destinationIpv6CidrBlock("2001:db8::/32")
                .egressOnlyInternetGatewayId(ec2.describeEgressOnlyInternetGateways(g -> {})
                        .egressOnlyInternetGateways()
                        .get(0)
                        .egressOnlyInternetGatewayId()));
        ec2.createRoute(r -> r.routeTableId(table)
                .destinationCidrBlock("10.8.0.0/16")
                .instanceId(ec2.describeInstances()
                        .reservations()
                        .get(0)
                        .instances()
                        .get(0)
                        .instanceId()));
        ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
        tag(table);
        String acl = ec2.describeNetworkAcls(
                        r -> r.filters(f -> f.name("vpc-id").values(vpc)))
                .networkAcls()
                .get(0)
                .networkAclId();
        ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                .ruleNumber(10)
                .protocol("6")
                .portRange(p -> p.from(80).to(81))
                .cidrBlock("10.0.0.0/8")
                .ruleAction("deny")
                .egress(true));
        ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                .ruleNumber(11)
                .protocol("1")
                .icmpTypeCode(i -> i.type(3).code(4))
                .cidrBlock("10.0.0.0/8")
                .ruleAction("deny")
                .egress(false));
        ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                .ruleNumber(12)
                .protocol("-1")
                .ipv6CidrBlock("2001:db8::/32")
                .ruleAction("deny")
                .egress(false));
        tag(acl);
    }

    private void endpoints() {
        String endpoint = ec2.createVpcEndpoint(r -> r.vpcId(vpc)
                        .vpcEndpointType("Interface")
                        .subnetIds(subnet)
                        .serviceName("com.amazonaws.us-east-1.sts"))
                .vpcEndpoint()
                .vpcEndpointId();
        tag(endpoint);
        ec2.modifyVpcEndpointServicePermissions(
                r -> r.serviceId(ids.fill("{SERVICE}")).addAllowedPrincipals("arn:aws:iam::111122223333:root"));
        ec2.createVpcEndpointConnectionNotification(r -> r.serviceId(ids.fill("{SERVICE}"))
                .connectionNotificationArn("arn:aws:sns:us-east-1:111122223333:topic")
                .connectionEvents("Accept"));
        String name = ec2.describeVpcEndpointServiceConfigurations()
                .serviceConfigurations()
                .get(0)
                .serviceName();
        ec2.createVpcEndpoint(
                r -> r.vpcId(vpc).vpcEndpointType("Interface").subnetIds(subnet).serviceName(name));
    }

    private void others() {
        String options = ec2.createDhcpOptions(
                        r -> r.dhcpConfigurations(c -> c.key("domain-name").values("example.com")))
                .dhcpOptions()
                .dhcpOptionsId();
        tag(options);
        String other = ids.fill("{OTHER}");
        tag(ec2.createVpcPeeringConnection(r -> r.vpcId(vpc).peerVpcId(other))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId());
        tag(ec2.createFlowLogs(r -> r.resourceType("VPC")
                        .resourceIds(vpc)
                        .trafficType("ALL")
                        .logDestinationType("s3")
                        .logDestination("arn:aws:s3:::bucket"))
                .flowLogIds()
                .get(0));
        tag(ec2.createInstanceConnectEndpoint(r -> r.subnetId(subnet))
                .instanceConnectEndpoint()
                .instanceConnectEndpointId());
        ec2.associateSecurityGroupVpc(r -> r.vpcId(other)
                .groupId(ec2.describeSecurityGroups(
                                g -> g.filters(f -> f.name("group-name").values("web")))
                        .securityGroups()
                        .get(0)
                        .groupId()));
        tag(ec2.createVpcBlockPublicAccessExclusion(r -> r.vpcId(vpc).internetGatewayExclusionMode("allow-egress"))
                .vpcBlockPublicAccessExclusion()
                .exclusionId());
    }
}

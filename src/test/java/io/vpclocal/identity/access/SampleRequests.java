package io.vpclocal.identity.access;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.codec.Models;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMappingSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceCreditSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentRequestOptions;
import software.amazon.awssdk.services.ec2.model.ModifyVpnTunnelOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachmentChanges;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpnConnectionOptionsSpecification;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Requests of every EC2 action for the resources of an {@link Estate}. */
final class SampleRequests {

    private final Estate estate;

    SampleRequests(Estate estate) {
        this.estate = estate;
    }

    /** Requests that set every member with a condition key, and variants for other resources. */
    Stream<SdkPojo> of(ActionDefinition action, ActionRule rule) {
        Map<String, Object> values = values(action.name(), rule);
        Map<String, Object> others = new HashMap<>(values);
        others.put("AssociationId", estate.id("gateway association"));
        others.put("ConnectionNotificationId", estate.id("endpoint notification"));
        others.put("ConnectionNotificationIds", estate.id("endpoint notification"));
        others.put(
                "NetworkInterfaces",
                InstanceNetworkInterfaceSpecification.builder()
                        .networkInterfaceId(estate.id("network-interface"))
                        .associatePublicIpAddress(true)
                        .build());
        Map<String, Object> vpn = new HashMap<>(values);
        vpn.put("AssociationId", estate.id("vpn gateway association"));
        vpn.put("GatewayId", estate.id("vpn-gateway"));
        return Stream.concat(Stream.of(values, others, vpn), sources(values)).map(members -> request(action, members));
    }

    /** What a path of Reachability Analyzer begins at. */
    private Stream<Map<String, Object>> sources(Map<String, Object> values) {
        return Stream.of(
                        "instance",
                        "internet-gateway",
                        "network-interface",
                        "vpc-endpoint",
                        "vpc-endpoint-service",
                        "vpn-gateway",
                        "transit-gateway",
                        "vpc-peering-connection")
                .map(type -> {
                    Map<String, Object> variant = new HashMap<>(values);
                    variant.put("Source", estate.id(type));
                    return variant;
                });
    }

    private static SdkPojo request(ActionDefinition action, Map<String, Object> values) {
        SdkPojo builder = Models.newBuilder(action.requestType());
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = values.get(field.memberName());
            if (value != null) {
                boolean list = field.marshallingType() == MarshallingType.LIST;
                field.set(builder, list && !(value instanceof List<?>) ? List.of(value) : value);
            }
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    private Map<String, Object> values(String action, ActionRule rule) {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> members = Map.ofEntries(
                Map.entry("VpcId", "vpc"),
                Map.entry("PeerVpcId", "vpc"),
                Map.entry("VpcPeeringConnectionId", "vpc-peering-connection"),
                Map.entry("ExclusionId", "vpc-block-public-access-exclusion"),
                Map.entry("NetworkInsightsPathId", "network-insights-path"),
                Map.entry("NetworkInsightsAnalysisId", "network-insights-analysis"),
                Map.entry("NetworkInsightsAccessScopeId", "network-insights-access-scope"),
                Map.entry("NetworkInsightsAccessScopeAnalysisId", "network-insights-access-scope-analysis"),
                Map.entry("SubnetId", "subnet"),
                Map.entry("SubnetIds", "subnet"),
                Map.entry("AddSubnetIds", "subnet"),
                Map.entry("AssociatedSubnetIds", "subnet"),
                Map.entry("RouteTableId", "route-table"),
                Map.entry("RouteTableIds", "route-table"),
                Map.entry("AddRouteTableIds", "route-table"),
                Map.entry("GroupId", "security-group"),
                Map.entry("Groups", "security-group"),
                Map.entry("SecurityGroupIds", "security-group"),
                Map.entry("AddSecurityGroupIds", "security-group"),
                Map.entry("NetworkInterfaceId", "network-interface"),
                Map.entry("NetworkAclId", "network-acl"),
                Map.entry("InternetGatewayId", "internet-gateway"),
                Map.entry("EgressOnlyInternetGatewayId", "egress-only-internet-gateway"),
                Map.entry("NatGatewayId", "natgateway"),
                Map.entry("VpnGatewayId", "vpn-gateway"),
                Map.entry("InstanceConnectEndpointId", "instance-connect-endpoint"),
                Map.entry("CustomerGatewayId", "customer-gateway"),
                Map.entry("CarrierGatewayId", "carrier-gateway"),
                Map.entry("VpnConnectionId", "vpn-connection"),
                Map.entry("TransitGatewayId", "transit-gateway"),
                Map.entry("TransitGatewayAttachmentId", "transit-gateway-attachment"),
                Map.entry("TransitGatewayRouteTableId", "transit-gateway-route-table"),
                Map.entry("AllocationId", "elastic-ip"),
                Map.entry("AllocationIds", "elastic-ip"),
                Map.entry("DhcpOptionsId", "dhcp-options"),
                Map.entry("PrefixListId", "prefix-list"),
                Map.entry("VpcEndpointId", "vpc-endpoint"),
                Map.entry("VpcEndpointIds", "vpc-endpoint"),
                Map.entry("ServiceId", "vpc-endpoint-service"),
                Map.entry("ServiceIds", "vpc-endpoint-service"),
                Map.entry("ConnectionNotificationId", "service notification"),
                Map.entry("ConnectionNotificationIds", "service notification"),
                Map.entry("FlowLogId", "vpc-flow-log"),
                Map.entry("FlowLogIds", "vpc-flow-log"),
                Map.entry("VolumeId", "volume"),
                Map.entry("KeyPairId", "key-pair"),
                Map.entry("SpotInstanceRequestIds", "spot-instances-request"),
                Map.entry("LaunchTemplateId", "launch-template"),
                Map.entry("InstanceId", "instance"),
                Map.entry("InstanceIds", "instance"));
        members.forEach((member, type) -> values.put(member, estate.id(type)));
        values.put("GatewayId", estate.id("internet-gateway"));
        values.put("AwsAccountId", "111111111111");
        values.put("Permission", "INSTANCE-ATTACH");
        values.put("ImageId", estate.id("public image"));
        values.put("KeyName", "key");
        values.put("GroupName", "group");
        values.put("Strategy", "spread");
        values.put("AttachmentId", estate.id("interface attachment"));
        values.put("ServiceName", "com.amazonaws.us-east-1.s3");
        values.put("PrivateDnsName", "example.com");
        values.put("Resources", List.copyOf(estate.ids().values()));
        values.put(
                "ResourceIds",
                Stream.of(
                                "vpc",
                                "subnet",
                                "network-interface",
                                "natgateway",
                                "transit-gateway",
                                "transit-gateway-attachment")
                        .map(estate::id)
                        .toList());
        values.put("Tags", Tag.builder().key("a").value("b").build());
        values.put("TagSpecifications", tags(rule));
        values.put(
                "DnsOptions",
                DnsOptionsSpecification.builder()
                        .privateDnsPreference("SPECIFIED_DOMAINS_ONLY")
                        .privateDnsSpecifiedDomains("example.com")
                        .build());
        values.put(
                "IamInstanceProfile",
                IamInstanceProfileSpecification.builder().name("profile").build());
        values.put(
                "Attachment",
                NetworkInterfaceAttachmentChanges.builder()
                        .attachmentId(estate.id("interface attachment"))
                        .build());
        values.put(
                "SecurityGroupRules",
                SecurityGroupRuleUpdate.builder()
                        .securityGroupRuleId(estate.id("security-group-rule"))
                        .securityGroupRule(SecurityGroupRuleRequest.builder()
                                .prefixListId(estate.id("prefix-list"))
                                .build())
                        .build());
        values.put("AssociationId", association(action));
        values.put("KeyType", "ed25519");
        addAttribute(action, values);
        return values;
    }

    private static List<TagSpecification> tags(ActionRule rule) {
        return rule.resources().stream()
                .map(resource -> TagSpecification.builder()
                        .resourceType(resource.type())
                        .tags(Tag.builder().key("a").value("b").build())
                        .build())
                .toList();
    }

    private String association(String action) {
        return switch (action) {
            case "DisassociateIamInstanceProfile", "ReplaceIamInstanceProfileAssociation" ->
                estate.id("profile association");
            case "DisassociateSubnetCidrBlock" -> estate.id("subnet block");
            case "DisassociateVpcCidrBlock" -> estate.id("vpc block");
            case "ReplaceNetworkAclAssociation" -> estate.id("acl association");
            case "DisassociateAddress" -> estate.id("address association");
            default -> estate.id("table association");
        };
    }

    private void addAttribute(String action, Map<String, Object> values) {
        switch (action) {
            case "RunInstances" -> addLaunch(values);
            case "CreateVpnConnection" ->
                values.put(
                        "Options",
                        VpnConnectionOptionsSpecification.builder()
                                .tunnelOptions(EstateNeighbours.allOptions())
                                .build());
            case "ModifyTransitGateway" ->
                values.put(
                        "Options",
                        ModifyTransitGatewayOptions.builder()
                                .associationDefaultRouteTableId(estate.id("transit-gateway-route-table"))
                                .build());
            case "ModifyTransitGatewayVpcAttachment" ->
                values.put(
                        "Options",
                        ModifyTransitGatewayVpcAttachmentRequestOptions.builder()
                                .dnsSupport("disable")
                                .build());
            case "ModifyVpnTunnelOptions" ->
                values.put(
                        "TunnelOptions",
                        ModifyVpnTunnelOptionsSpecification.builder()
                                .tunnelInsideCidr("169.254.11.0/30")
                                .build());
            case "ModifyLaunchTemplate" -> values.put("DefaultVersion", "1");
            case "CreateVolume" ->
                values.putAll(Map.of(
                        "AvailabilityZone", "us-east-1a",
                        "Size", 10,
                        "Iops", 3000,
                        "Throughput", 125,
                        "KmsKeyId", "key"));
            case "ModifyVolume" -> values.put("Size", 20);
            case "ModifyInstanceMetadataOptions" -> values.put("HttpTokens", "required");
            case "ModifyInstanceCreditSpecification" ->
                values.put(
                        "InstanceCreditSpecifications",
                        InstanceCreditSpecificationRequest.builder()
                                .instanceId(estate.id("instance"))
                                .build());
            case "ModifyInstanceAttribute" ->
                values.put(
                        "BlockDeviceMappings",
                        InstanceBlockDeviceMappingSpecification.builder()
                                .ebs(e -> e.volumeId(estate.id("volume")))
                                .build());
            case "ModifyVpnConnectionOptions" -> values.put("LocalIpv4NetworkCidr", "192.168.0.0/16");
            case "ModifyVpcTenancy" -> values.put("InstanceTenancy", "default");
            case "ModifyManagedPrefixList" -> values.put("MaxEntries", 5);
            case "ModifyVpcEndpointServicePermissions" -> values.put("AddAllowedPrincipals", "*");
            case "ModifyVpcEndpointServicePayerResponsibility" -> values.put("PayerResponsibility", "ServiceOwner");
            case "ModifyVpcEndpoint" -> values.put("ResetPolicy", true);
            case "ModifyVpcAttribute" ->
                values.put(
                        "EnableDnsSupport",
                        AttributeBooleanValue.builder().value(true).build());
            case "ModifySubnetAttribute" ->
                values.put(
                        "MapPublicIpOnLaunch",
                        AttributeBooleanValue.builder().value(true).build());
            default -> {}
        }
    }

    private void addLaunch(Map<String, Object> values) {
        values.put(
                "BlockDeviceMappings",
                BlockDeviceMapping.builder()
                        .deviceName("/dev/xvda")
                        .ebs(e -> e.volumeSize(10).volumeType("gp3").iops(3000).throughput(125))
                        .build());
        values.put("Placement", Placement.builder().groupName("group").build());
        values.put(
                "LaunchTemplate",
                LaunchTemplateSpecification.builder()
                        .launchTemplateId(estate.id("launch-template"))
                        .build());
    }
}

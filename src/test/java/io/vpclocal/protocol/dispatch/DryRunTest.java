package io.vpclocal.protocol.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.NamedCalls;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * AWS checks ids before it answers a dry run (recorded with DeleteDhcpOptions, UNVERIFIED for other actions). It does
 * not check whether the call would succeed.
 */
@EmulatorTest
class DryRunTest {

    /** Each names something that does not exist. {@code #} stands for seventeen hexadecimal digits. */
    private static final List<String> CALLS = """
            AcceptVpcEndpointConnections ServiceId=vpce-svc-#&VpcEndpointId.1=vpce-#
            AssociateAddress AllocationId=eipalloc-#&NetworkInterfaceId=eni-#
            AssociateDhcpOptions DhcpOptionsId=dopt-#&VpcId=vpc-#
            AssociateRouteTable RouteTableId=rtb-#&SubnetId=subnet-#
            AttachInternetGateway InternetGatewayId=igw-#&VpcId=vpc-#
            AssociateSecurityGroupVpc GroupId=sg-#&VpcId=vpc-#
            CreateInstanceConnectEndpoint SubnetId=subnet-#
            CreateNetworkInterfacePermission NetworkInterfaceId=eni-#&AwsAccountId=123456789012&Permission=INSTANCE-ATTACH
            CreateSubnetCidrReservation SubnetId=subnet-#&Cidr=10.0.0.0/28&ReservationType=prefix
            DeleteInstanceConnectEndpoint InstanceConnectEndpointId=eice-#
            DeleteNetworkInterfacePermission NetworkInterfacePermissionId=eni-perm-#
            DeleteSubnetCidrReservation SubnetCidrReservationId=scr-#
            DescribeInstanceConnectEndpoints InstanceConnectEndpointId.1=eice-#
            DisassociateSecurityGroupVpc GroupId=sg-#&VpcId=vpc-#
            GetSubnetCidrReservations SubnetId=subnet-#
            ModifyAddressAttribute AllocationId=eipalloc-#&DomainName=www.example.com
            ModifyInstanceConnectEndpoint InstanceConnectEndpointId=eice-#
            ResetAddressAttribute AllocationId=eipalloc-#&Attribute=domain-name
            AssignPrivateNatGatewayAddress NatGatewayId=nat-#&PrivateIpAddressCount=1
            AssociateNatGatewayAddress NatGatewayId=nat-#&AllocationId.1=eipalloc-#
            AssociateTransitGatewayRouteTable TransitGatewayRouteTableId=tgw-rtb-#&TransitGatewayAttachmentId=tgw-attach-#
            CreateTransitGatewayRoute TransitGatewayRouteTableId=tgw-rtb-#&DestinationCidrBlock=10.0.0.0/8&Blackhole=true
            CreateTransitGatewayRouteTable TransitGatewayId=tgw-#
            CreateTransitGatewayVpcAttachment TransitGatewayId=tgw-#&VpcId=vpc-#&SubnetIds.1=subnet-#
            DeleteTransitGateway TransitGatewayId=tgw-#
            DeleteTransitGatewayRoute TransitGatewayRouteTableId=tgw-rtb-#&DestinationCidrBlock=10.0.0.0/8
            DeleteTransitGatewayRouteTable TransitGatewayRouteTableId=tgw-rtb-#
            DeleteTransitGatewayVpcAttachment TransitGatewayAttachmentId=tgw-attach-#
            DescribeTransitGatewayAttachments TransitGatewayAttachmentIds.1=tgw-attach-#
            DescribeTransitGatewayRouteTables TransitGatewayRouteTableIds.1=tgw-rtb-#
            DescribeTransitGatewayVpcAttachments TransitGatewayAttachmentIds.1=tgw-attach-#
            DescribeTransitGateways TransitGatewayIds.1=tgw-#
            DisableTransitGatewayRouteTablePropagation TransitGatewayRouteTableId=tgw-rtb-#&TransitGatewayAttachmentId=tgw-attach-#
            DisassociateTransitGatewayRouteTable TransitGatewayRouteTableId=tgw-rtb-#&TransitGatewayAttachmentId=tgw-attach-#
            EnableTransitGatewayRouteTablePropagation TransitGatewayRouteTableId=tgw-rtb-#&TransitGatewayAttachmentId=tgw-attach-#
            GetTransitGatewayAttachmentPropagations TransitGatewayAttachmentId=tgw-attach-#
            GetTransitGatewayRouteTableAssociations TransitGatewayRouteTableId=tgw-rtb-#
            GetTransitGatewayRouteTablePropagations TransitGatewayRouteTableId=tgw-rtb-#
            ModifyTransitGateway TransitGatewayId=tgw-#
            ModifyTransitGatewayVpcAttachment TransitGatewayAttachmentId=tgw-attach-#
            ReplaceTransitGatewayRoute TransitGatewayRouteTableId=tgw-rtb-#&DestinationCidrBlock=10.0.0.0/8&Blackhole=true
            SearchTransitGatewayRoutes TransitGatewayRouteTableId=tgw-rtb-#&Filter.1.Name=state&Filter.1.Value.1=active
            CreateCarrierGateway VpcId=vpc-#
            DescribeCarrierGateways CarrierGatewayId.1=cagw-#
            DeleteCarrierGateway CarrierGatewayId=cagw-#
            CreateVpnConnection Type=ipsec.1&CustomerGatewayId=cgw-#
            DescribeVpnConnections VpnConnectionId.1=vpn-#
            ModifyVpnConnection VpnConnectionId=vpn-#&CustomerGatewayId=cgw-#
            ModifyVpnConnectionOptions VpnConnectionId=vpn-#
            ModifyVpnTunnelOptions VpnConnectionId=vpn-#&VpnTunnelOutsideIpAddress=203.0.113.1&TunnelOptions.DPDTimeoutSeconds=60
            DeleteVpnConnection VpnConnectionId=vpn-#
            AttachVpnGateway VpnGatewayId=vgw-#&VpcId=vpc-#
            DeleteCustomerGateway CustomerGatewayId=cgw-#
            DeleteVpnGateway VpnGatewayId=vgw-#
            DescribeCustomerGateways CustomerGatewayId.1=cgw-#
            DescribeVpnGateways VpnGatewayId.1=vgw-#
            DetachVpnGateway VpnGatewayId=vgw-#&VpcId=vpc-#
            DisableVgwRoutePropagation RouteTableId=rtb-#&GatewayId=vgw-#
            DisassociateNatGatewayAddress NatGatewayId=nat-#&AssociationId.1=eipassoc-#
            EnableVgwRoutePropagation RouteTableId=rtb-#&GatewayId=vgw-#
            UnassignPrivateNatGatewayAddress NatGatewayId=nat-#&PrivateIpAddress.1=10.0.0.9
            AttachNetworkInterface NetworkInterfaceId=eni-#&InstanceId=i-#&DeviceIndex=1
            AuthorizeSecurityGroupEgress GroupId=sg-#&IpPermissions.1.IpProtocol=-1&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/8
            AuthorizeSecurityGroupIngress GroupId=sg-#&IpPermissions.1.IpProtocol=-1&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/8
            CreateEgressOnlyInternetGateway VpcId=vpc-#
            CreateNatGateway SubnetId=subnet-#&ConnectivityType=private
            CreateNetworkAcl VpcId=vpc-#
            CreateNetworkAclEntry NetworkAclId=acl-#&RuleNumber=1&Protocol=-1&RuleAction=allow&Egress=false&CidrBlock=10.0.0.0/8
            CreateNetworkInterface SubnetId=subnet-#
            AcceptVpcPeeringConnection VpcPeeringConnectionId=pcx-#
            CreateVpcBlockPublicAccessExclusion VpcId=vpc-#&InternetGatewayExclusionMode=allow-egress
            CreateVpcPeeringConnection VpcId=vpc-#&PeerVpcId=vpc-#
            DeleteNetworkInsightsAccessScope NetworkInsightsAccessScopeId=nis-#
            DeleteNetworkInsightsAccessScopeAnalysis NetworkInsightsAccessScopeAnalysisId=nisa-#
            DeleteNetworkInsightsAnalysis NetworkInsightsAnalysisId=nia-#
            DeleteNetworkInsightsPath NetworkInsightsPathId=nip-#
            DeleteVpcBlockPublicAccessExclusion ExclusionId=vpcbpa-exclude-#
            DeleteVpcPeeringConnection VpcPeeringConnectionId=pcx-#
            GetNetworkInsightsAccessScopeAnalysisFindings NetworkInsightsAccessScopeAnalysisId=nisa-#
            GetNetworkInsightsAccessScopeContent NetworkInsightsAccessScopeId=nis-#
            ModifyVpcBlockPublicAccessExclusion ExclusionId=vpcbpa-exclude-#&InternetGatewayExclusionMode=allow-egress
            ModifyVpcPeeringConnectionOptions VpcPeeringConnectionId=pcx-#&RequesterPeeringConnectionOptions.AllowDnsResolutionFromRemoteVpc=true
            RejectVpcPeeringConnection VpcPeeringConnectionId=pcx-#
            StartNetworkInsightsAccessScopeAnalysis NetworkInsightsAccessScopeId=nis-#&ClientToken=a
            StartNetworkInsightsAnalysis NetworkInsightsPathId=nip-#&ClientToken=a
            CreateRoute RouteTableId=rtb-#&DestinationCidrBlock=10.0.0.0/8&GatewayId=igw-#
            CreateRouteTable VpcId=vpc-#
            CreateSecurityGroup GroupName=a&GroupDescription=a&VpcId=vpc-#
            CreateSubnet VpcId=vpc-#&CidrBlock=10.0.0.0/24
            CreateTags ResourceId.1=vpc-#&Tag.1.Key=a&Tag.1.Value=b
            CreateVpcEndpointConnectionNotification ServiceId=vpce-svc-#&ConnectionNotificationArn=arn:aws:sns:us-east-1:123456789012:a&ConnectionEvents.1=Accept
            CreateVpcEndpoint VpcId=vpc-#&ServiceName=com.amazonaws.us-east-1.s3
            DeleteDhcpOptions DhcpOptionsId=dopt-#
            DeleteEgressOnlyInternetGateway EgressOnlyInternetGatewayId=eigw-#
            DeleteInternetGateway InternetGatewayId=igw-#
            DeleteManagedPrefixList PrefixListId=pl-#
            DeleteNatGateway NatGatewayId=nat-#
            DeleteNetworkAcl NetworkAclId=acl-#
            DeleteNetworkAclEntry NetworkAclId=acl-#&RuleNumber=1&Egress=false
            DeleteNetworkInterface NetworkInterfaceId=eni-#
            DeleteRoute RouteTableId=rtb-#&DestinationCidrBlock=10.0.0.0/8
            DeleteRouteTable RouteTableId=rtb-#
            DeleteSecurityGroup GroupId=sg-#
            DeleteSubnet SubnetId=subnet-#
            DeleteVpc VpcId=vpc-#
            DescribeDhcpOptions DhcpOptionsId.1=dopt-#
            DescribeInstances InstanceId.1=i-#
            DescribeInternetGateways InternetGatewayId.1=igw-#
            DescribeNatGateways NatGatewayId.1=nat-#
            DescribeNetworkAcls NetworkAclId.1=acl-#
            DescribeNetworkInterfaceAttribute NetworkInterfaceId=eni-#&Attribute=description
            DescribeNetworkInterfaces NetworkInterfaceId.1=eni-#
            DescribeRouteTables RouteTableId.1=rtb-#
            DescribeSecurityGroupRules SecurityGroupRuleId.1=sgr-#
            DescribeSecurityGroups GroupId.1=sg-#
            DescribeStaleSecurityGroups VpcId=vpc-#
            DescribeSubnets SubnetId.1=subnet-#
            DescribeVpcAttribute VpcId=vpc-#&Attribute=enableDnsSupport
            DescribeVpcEndpointConnectionNotifications ConnectionNotificationId=vpce-nfn-#
            DescribeVpcEndpointServicePermissions ServiceId=vpce-svc-#
            DescribeVpcEndpoints VpcEndpointId.1=vpce-#
            DescribeVpcs VpcId.1=vpc-#
            DetachInternetGateway InternetGatewayId=igw-#&VpcId=vpc-#
            DetachNetworkInterface AttachmentId=eni-attach-#
            DisassociateAddress AssociationId=eipassoc-#
            DisassociateRouteTable AssociationId=rtbassoc-#
            GetManagedPrefixListAssociations PrefixListId=pl-#
            GetManagedPrefixListEntries PrefixListId=pl-#
            GetSecurityGroupsForVpc VpcId=vpc-#
            ModifyManagedPrefixList PrefixListId=pl-#&PrefixListName=a
            ModifyNetworkInterfaceAttribute NetworkInterfaceId=eni-#&Description.Value=a
            ModifySecurityGroupRules GroupId=sg-#&SecurityGroupRule.1.SecurityGroupRuleId=sgr-#&SecurityGroupRule.1.SecurityGroupRule.Description=a
            ModifyVpcEndpoint VpcEndpointId=vpce-#&PrivateDnsEnabled=true
            ModifyVpcEndpointConnectionNotification ConnectionNotificationId=vpce-nfn-#&ConnectionEvents.1=Accept
            ModifyVpcEndpointServiceConfiguration ServiceId=vpce-svc-#&AcceptanceRequired=true
            ModifyVpcEndpointServicePayerResponsibility ServiceId=vpce-svc-#&PayerResponsibility=ServiceOwner
            ModifyVpcEndpointServicePermissions ServiceId=vpce-svc-#&AddAllowedPrincipals.1=*
            ModifyVpcTenancy VpcId=vpc-#&InstanceTenancy=default
            RejectVpcEndpointConnections ServiceId=vpce-svc-#&VpcEndpointId.1=vpce-#
            ReleaseAddress AllocationId=eipalloc-#
            ReplaceNetworkAclAssociation AssociationId=aclassoc-#&NetworkAclId=acl-#
            ReplaceNetworkAclEntry NetworkAclId=acl-#&RuleNumber=1&Protocol=-1&RuleAction=allow&Egress=false&CidrBlock=10.0.0.0/8
            ReplaceRoute RouteTableId=rtb-#&DestinationCidrBlock=10.0.0.0/8&GatewayId=igw-#
            ReplaceRouteTableAssociation AssociationId=rtbassoc-#&RouteTableId=rtb-#
            ResetNetworkInterfaceAttribute NetworkInterfaceId=eni-#&SourceDestCheck=true
            RestoreManagedPrefixListVersion PrefixListId=pl-#&PreviousVersion=1&CurrentVersion=2
            RevokeSecurityGroupEgress GroupId=sg-#&SecurityGroupRuleId.1=sgr-#
            RevokeSecurityGroupIngress GroupId=sg-#&SecurityGroupRuleId.1=sgr-#
            AttachVolume VolumeId=vol-#&InstanceId=i-#&Device=/dev/sdf
            DetachVolume VolumeId=vol-#
            CreateLaunchTemplateVersion LaunchTemplateId=lt-#&LaunchTemplateData.InstanceType=t3.micro
            DeleteLaunchTemplate LaunchTemplateId=lt-#
            DeleteLaunchTemplateVersions LaunchTemplateId=lt-#&LaunchTemplateVersion.1=1
            DeleteVolume VolumeId=vol-#
            DescribeImages ImageId.1=ami-#
            DescribeInstanceAttribute InstanceId=i-#&Attribute=userData
            DescribeLaunchTemplateVersions LaunchTemplateId=lt-#
            DescribeVolumes VolumeId.1=vol-#
            GetLaunchTemplateData InstanceId=i-#
            ModifyInstanceAttribute InstanceId=i-#&SourceDestCheck.Value=false
            ModifyInstanceMetadataOptions InstanceId=i-#&HttpTokens=required
            ModifyLaunchTemplate LaunchTemplateId=lt-#&SetDefaultVersion=1
            ModifyVolume VolumeId=vol-#&Size=10
            MonitorInstances InstanceId.1=i-#
            RebootInstances InstanceId.1=i-#
            UnmonitorInstances InstanceId.1=i-#
            RunInstances ImageId=ami-12345678&MinCount=1&MaxCount=1&SubnetId=subnet-#
            StartInstances InstanceId.1=i-#
            StartVpcEndpointServicePrivateDnsVerification ServiceId=vpce-svc-#
            StopInstances InstanceId.1=i-#
            TerminateInstances InstanceId.1=i-#
            UpdateSecurityGroupRuleDescriptionsEgress GroupId=sg-#&SecurityGroupRuleDescription.1.SecurityGroupRuleId=sgr-#
            UpdateSecurityGroupRuleDescriptionsIngress GroupId=sg-#&SecurityGroupRuleDescription.1.SecurityGroupRuleId=sgr-#
            """.lines().toList();

    /**
     * Actions with ids of pools and linked groups that are not emulated, one that succeeds for a missing key pair, those that
     * return an empty result for an unknown group, path or access scope, and one that reports an invalid format for a
     * malformed id.
     */
    private static final Set<String> WITHOUT_ID_ERRORS = Set.of(
            "AllocateAddress",
            "CreateDefaultSubnet",
            "CreatePlacementGroup",
            "CreateVpc",
            "CreateVolume",
            "DeleteKeyPair",
            "DescribeNetworkInsightsAccessScopeAnalyses",
            "DescribeNetworkInsightsAnalyses",
            "DescribeSecurityGroupReferences",
            "GetFlowLogsIntegrationTemplate");

    private static final String ACCOUNT = Aws.newAccount();

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    static Stream<String> calls() {
        return CALLS.stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void idsAreCheckedBeforeADryRunIsAnswered(String call) throws Exception {
        String action = call.substring(0, call.indexOf(' '));
        String parameters = call.substring(call.indexOf(' ') + 1);
        for (String digits : List.of("0123456789abcdef0", "x")) {
            String form = "Action=" + action + "&" + parameters.replace("#", digits);
            String real = error(form);
            assertThat(real)
                    .matches("(?s)(\\S*(NotFound|Malformed)|InvalidID|InvalidSubnet|InvalidConnectionNotification) .*");
            assertThat(error(form + "&DryRun=true")).isEqualTo(real);
        }
    }

    @Test
    void everyActionOfOneIdIsInTheTable() {
        Set<String> missing = new TreeSet<>();
        Set<String> known =
                CALLS.stream().map(call -> call.substring(0, call.indexOf(' '))).collect(Collectors.toSet());
        for (ActionDefinition action : registry.all(AwsService.EC2)) {
            if (namesOne(action) && !known.contains(action.name()) && !WITHOUT_ID_ERRORS.contains(action.name())) {
                missing.add(action.name());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean namesOne(ActionDefinition action) {
        Set<String> members = NamedCalls.members(action);
        return members.contains("DryRun") && members.stream().anyMatch(member -> member.endsWith("Id"));
    }

    /** A resource in use: AWS documentation says that DryRun checks permissions. */
    @Test
    void aDryRunDoesNotCheckWhetherTheCallWouldSucceedAndChangesNothing() {
        Ec2Client ec2 = aws.ec2(Aws.newAccount());
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"));
        for (String used : List.of("10.0.0.0/24", "192.168.0.0/24", "10.0.1.0/24")) {
            Expect.awsError(
                    "DryRunOperation",
                    () -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(used).dryRun(true)));
        }
        Expect.awsError("DryRunOperation", () -> ec2.deleteVpc(r -> r.vpcId(vpc).dryRun(true)));
        Expect.awsError(
                "DryRunOperation",
                () -> ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16").dryRun(true)));
        assertThat(ec2.describeVpcs(r -> r.filters(f -> f.name("is-default").values("false")))
                        .vpcs())
                .hasSize(1);
        assertThat(ec2.describeSubnets(r -> r.filters(f -> f.name("vpc-id").values(vpc)))
                        .subnets())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeleteVpc", "CreateSubnet", "CreateRoute"})
    void aMissingParameterIsReported(String action) throws Exception {
        assertThat(error("Action=" + action + "&DryRun=true")).startsWith("MissingParameter ");
    }

    private String error(String form) throws Exception {
        String error = new NamedCalls(aws, ACCOUNT).error(form);
        assertThat(error).as(form).isNotEmpty();
        return error;
    }
}

package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The codes for ids of resources that do not exist. Terraform's provider, whose tests run against AWS, compares answers with
 * these codes to find out that a resource is gone.
 */
@EmulatorTest
class UnknownIdCodesTest {

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(textBlock = """
            DeleteVpc,                             VpcId,                             vpc-N,        InvalidVpcID.NotFound
            DeleteSubnet,                          SubnetId,                          subnet-N,     InvalidSubnetID.NotFound
            DeleteRouteTable,                      RouteTableId,                      rtb-N,        InvalidRouteTableID.NotFound
            DeleteNetworkAcl,                      NetworkAclId,                      acl-N,        InvalidNetworkAclID.NotFound
            DeleteNetworkInterface,                NetworkInterfaceId,                eni-N,        InvalidNetworkInterfaceID.NotFound
            DetachNetworkInterface,                AttachmentId,                      eni-attach-N, InvalidAttachmentID.NotFound
            DeleteInternetGateway,                 InternetGatewayId,                 igw-N,        InvalidInternetGatewayID.NotFound
            DeleteEgressOnlyInternetGateway,       EgressOnlyInternetGatewayId,       eigw-N,       InvalidGatewayID.NotFound
            DeleteCarrierGateway,                  CarrierGatewayId,                  cagw-N,       InvalidCarrierGatewayID.NotFound
            DeleteNatGateway,                      NatGatewayId,                      nat-N,        NatGatewayNotFound
            ReleaseAddress,                        AllocationId,                      eipalloc-N,   InvalidAllocationID.NotFound
            ReleaseAddress,                        PublicIp,                          192.0.2.1,    InvalidAddress.NotFound
            DisassociateAddress,                   AssociationId,                     eipassoc-N,   InvalidAssociationID.NotFound
            DisassociateRouteTable,                AssociationId,                     rtbassoc-N,   InvalidAssociationID.NotFound
            DisassociateVpcCidrBlock,              AssociationId,                     vpc-cidr-assoc-N, InvalidVpcCidrBlockAssociationID.NotFound
            DeleteSecurityGroup,                   GroupId,                           sg-N,         InvalidGroup.NotFound
            DescribeSecurityGroupRules,            SecurityGroupRuleId.1,             sgr-N,        InvalidSecurityGroupRuleId.NotFound
            DeleteDhcpOptions,                     DhcpOptionsId,                     dopt-N,       InvalidDhcpOptionsID.NotFound
            DescribeDhcpOptions,                   DhcpOptionsId.1,                   dopt-N,       InvalidDhcpOptionID.NotFound
            DeleteVpcPeeringConnection,            VpcPeeringConnectionId,            pcx-N,        InvalidVpcPeeringConnectionID.NotFound
            DeleteManagedPrefixList,               PrefixListId,                      pl-N,         InvalidPrefixListID.NotFound
            DeleteTransitGateway,                  TransitGatewayId,                  tgw-N,        InvalidTransitGatewayID.NotFound
            DeleteTransitGatewayRouteTable,        TransitGatewayRouteTableId,        tgw-rtb-N,    InvalidRouteTableID.NotFound
            DeleteTransitGatewayVpcAttachment,     TransitGatewayAttachmentId,        tgw-attach-N, InvalidTransitGatewayAttachmentID.NotFound
            DeleteCustomerGateway,                 CustomerGatewayId,                 cgw-N,        InvalidCustomerGatewayID.NotFound
            DeleteVpnGateway,                      VpnGatewayId,                      vgw-N,        InvalidVpnGatewayID.NotFound
            DeleteVpnConnection,                   VpnConnectionId,                   vpn-N,        InvalidVpnConnectionID.NotFound
            DeleteInstanceConnectEndpoint,         InstanceConnectEndpointId,         eice-N,       InvalidInstanceConnectEndpointId.NotFound
            DeleteSubnetCidrReservation,           SubnetCidrReservationId,           scr-N,        InvalidSubnetCidrReservationID.NotFound
            DescribeVpcEndpoints,                  VpcEndpointId.1,                   vpce-N,       InvalidVpcEndpointId.NotFound
            DescribeVpcEndpointServicePermissions, ServiceId,                         vpce-svc-N,   InvalidVpcEndpointServiceId.NotFound
            DescribeVpcEndpointConnectionNotifications, ConnectionNotificationId,     vpce-nfn-N,   InvalidConnectionNotification
            DeleteFlowLogs,                        FlowLogId.1,                       fl-N,         InvalidFlowLogId.NotFound
            DeleteVolume,                          VolumeId,                          vol-N,        InvalidVolume.NotFound
            TerminateInstances,                    InstanceId.1,                      i-N,          InvalidInstanceID.NotFound
            DescribeImages,                        ImageId.1,                         ami-N,        InvalidAMIID.NotFound
            DescribeKeyPairs,                      KeyName.1,                         none,         InvalidKeyPair.NotFound
            DeleteLaunchTemplate,                  LaunchTemplateId,                  lt-N,         InvalidLaunchTemplateId.NotFound
            DeleteLaunchTemplate,                  LaunchTemplateName,                none,         InvalidLaunchTemplateName.NotFoundException
            DisassociateIamInstanceProfile,        AssociationId,                     iip-assoc-N,  InvalidAssociationID.NotFound
            DeleteNetworkInsightsPath,             NetworkInsightsPathId,             nip-N,        InvalidNetworkInsightsPathId.NotFound
            DeleteNetworkInsightsAnalysis,         NetworkInsightsAnalysisId,         nia-N,        InvalidNetworkInsightsAnalysisId.NotFound
            """)
    void goneResourcesHaveTheCodesThatTerraformKnows(String action, String parameter, String id, String code)
            throws Exception {
        String unknown = id.replace("N", "0123456789abcdef0");
        assertThat(new NamedCalls(aws, account).error("Action=" + action + "&" + parameter + "=" + unknown))
                .startsWith(code + " ");
    }
}

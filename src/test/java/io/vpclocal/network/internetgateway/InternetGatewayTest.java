package io.vpclocal.network.internetgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Codes and texts: recorded from AWS in public logs, unless a test says otherwise. */
@EmulatorTest
class InternetGatewayTest {

    private static final String NOWHERE = "igw-0123456789abcdef0";

    @Autowired
    private Aws aws;

    @Autowired
    private NetworkInterfaces interfaces;

    @Autowired
    private PublicAssociations publicAddresses;

    @Autowired
    private TransactionTemplate transaction;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
    }

    /** AWS documentation, EC2 API Reference: CreateInternetGateway, AttachInternetGateway. */
    @Test
    void aGatewayIsMadeAttachedDetachedAndDeleted() {
        InternetGateway created = ec2.createInternetGateway(r -> r.tagSpecifications(TagSpecification.builder()
                        .resourceType("internet-gateway")
                        .tags(Tag.builder().key("Name").value("edge").build())
                        .build()))
                .internetGateway();
        assertThat(created.internetGatewayId()).matches("igw-[0-9a-f]{17}");
        assertThat(created.attachments()).isEmpty();
        assertThat(created.tags()).extracting(Tag::value).containsExactly("edge");

        String vpc = vpc();
        ec2.attachInternetGateway(
                r -> r.internetGatewayId(created.internetGatewayId()).vpcId(vpc));
        assertThat(describe(created.internetGatewayId()).attachments())
                .singleElement()
                .extracting(InternetGatewayAttachment::vpcId, InternetGatewayAttachment::stateAsString)
                .containsExactly(vpc, "available");

        ec2.detachInternetGateway(
                r -> r.internetGatewayId(created.internetGatewayId()).vpcId(vpc));
        assertThat(describe(created.internetGatewayId()).attachments()).isEmpty();
        ec2.deleteInternetGateway(r -> r.internetGatewayId(created.internetGatewayId()));
        Expect.awsError(
                "InvalidInternetGatewayID.NotFound",
                "The internetGateway ID '" + created.internetGatewayId() + "' does not exist",
                () -> describe(created.internetGatewayId()));
    }

    @Test
    void attach_gatewayWithAVpc() {
        String vpc = vpc();
        String gateway = attached(vpc);
        Expect.awsError(
                "Resource.AlreadyAssociated",
                "resource " + gateway + " is already attached to network " + vpc,
                () -> ec2.attachInternetGateway(
                        r -> r.internetGatewayId(gateway).vpcId(vpc)));
    }

    @Test
    void attach_vpcWithAGateway() {
        String vpc = vpc();
        attached(vpc);
        String second = gateway();
        Expect.awsError(
                "InvalidParameterValue",
                "Network " + vpc + " already has an internet gateway attached",
                () -> ec2.attachInternetGateway(r -> r.internetGatewayId(second).vpcId(vpc)));
    }

    @Test
    void detach_notAttached() {
        String vpc = vpc();
        String gateway = gateway();
        Expect.awsError(
                "Gateway.NotAttached",
                "resource " + gateway + " is not attached to network " + vpc,
                () -> ec2.detachInternetGateway(
                        r -> r.internetGatewayId(gateway).vpcId(vpc)));
    }

    @Test
    void detach_publicAddressesMapped() {
        String account = Aws.newAccount();
        ec2 = aws.ec2(account);
        String vpc = vpc();
        String gateway = attached(vpc);
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        String networkInterface = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        transaction.executeWithoutResult(status -> publicAddresses.associate(
                interfaces
                        .lock(new Scope(account, "us-east-1"), networkInterface)
                        .primaryAddress()
                        .orElseThrow(),
                new PublicAssociation("198.51.100.7", null, null, "amazon")));
        Expect.awsError(
                "DependencyViolation",
                "Network " + vpc + " has some mapped public address(es)."
                        + " Please unmap those public address(es) before detaching the gateway.",
                () -> ec2.detachInternetGateway(
                        r -> r.internetGatewayId(gateway).vpcId(vpc)));
    }

    @Test
    void delete_attached() {
        String gateway = attached(vpc());
        Expect.awsError(
                "DependencyViolation",
                "The internetGateway '" + gateway + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteInternetGateway(r -> r.internetGatewayId(gateway)));
    }

    @Test
    void aVpcWithAGatewayCannotBeDeleted() {
        String vpc = vpc();
        String gateway = attached(vpc);
        Expect.awsError(
                "DependencyViolation",
                "The vpc '" + vpc + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteVpc(r -> r.vpcId(vpc)));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        ec2.deleteVpc(r -> r.vpcId(vpc));
    }

    /** AWS documentation, EC2 API Reference: error codes. */
    @ParameterizedTest
    @CsvSource({
        "igw-0123456789abcdef0, InvalidInternetGatewayID.NotFound",
        "igw-xyz, InvalidInternetGatewayId.Malformed",
        "vpc-0123456789abcdef0, InvalidInternetGatewayId.Malformed"
    })
    void gatewaysThatDoNotExist(String id, String code) {
        String vpc = vpc();
        Expect.awsError(code, () -> describe(id));
        Expect.awsError(code, () -> ec2.deleteInternetGateway(r -> r.internetGatewayId(id)));
        Expect.awsError(
                code,
                () -> ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc)));
        Expect.awsError(
                code,
                () -> ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc)));
    }

    @Test
    void attach_unknownVpc() {
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.attachInternetGateway(
                        r -> r.internetGatewayId(NOWHERE).vpcId("vpc-0123456789abcdef0")));
    }

    @Test
    void missingParameters() {
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter internetGatewayId",
                () -> ec2.deleteInternetGateway(r -> {}));
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter vpcId",
                () -> ec2.attachInternetGateway(r -> r.internetGatewayId(NOWHERE)));
    }

    /** AWS documentation, EC2 API Reference: filters of DescribeInternetGateways. */
    @ParameterizedTest
    @CsvSource({
        "attachment.vpc-id, VPC, 1",
        "attachment.state, available, 2",
        "internet-gateway-id, GATEWAY, 1",
        "tag:Name, edge, 0",
        "tag-key, Name, 0"
    })
    void filters(String name, String value, int matches) {
        String vpc = vpc();
        String gateway = attached(vpc);
        gateway();
        String wanted = value.equals("VPC") ? vpc : value.equals("GATEWAY") ? gateway : value;
        assertThat(ec2.describeInternetGateways(r -> r.filters(
                                Filter.builder().name(name).values(wanted).build()))
                        .internetGateways())
                .as("the default VPC also has a gateway")
                .hasSize(matches);
    }

    private InternetGateway describe(String id) {
        return ec2.describeInternetGateways(r -> r.internetGatewayIds(id))
                .internetGateways()
                .get(0);
    }

    private String vpc() {
        return ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    private String gateway() {
        return ec2.createInternetGateway().internetGateway().internetGatewayId();
    }

    private String attached(String vpc) {
        String gateway = gateway();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        return gateway;
    }
}

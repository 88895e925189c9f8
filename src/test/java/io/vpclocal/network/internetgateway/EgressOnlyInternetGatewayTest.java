package io.vpclocal.network.internetgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/** Shapes: AWS documentation, EC2 API Reference. Other sources are named where they differ. */
@EmulatorTest
class EgressOnlyInternetGatewayTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    @Test
    void aGatewayIsAttachedFromItsCreationUntilItsDeletion() {
        String id = gateway("one").egressOnlyInternetGatewayId();
        assertThat(id).matches("eigw-[0-9a-f]{17}");
        assertThat(ec2.describeEgressOnlyInternetGateways(r -> r.egressOnlyInternetGatewayIds(id))
                        .egressOnlyInternetGateways()
                        .get(0)
                        .attachments())
                .singleElement()
                .extracting(InternetGatewayAttachment::vpcId, InternetGatewayAttachment::stateAsString)
                .containsExactly(vpc, "attached");
        Expect.awsError("DependencyViolation", () -> ec2.deleteVpc(r -> r.vpcId(vpc)));

        assertThat(ec2.deleteEgressOnlyInternetGateway(r -> r.egressOnlyInternetGatewayId(id))
                        .returnCode())
                .isTrue();
        ec2.deleteVpc(r -> r.vpcId(vpc));
    }

    /** Reported by users of the API: unknown ids are omitted without an error. */
    @Test
    void describe_unknownIdsAreLeftOut() {
        assertThat(ec2.describeEgressOnlyInternetGateways(r -> r.egressOnlyInternetGatewayIds("eigw-0123456789abcdef0"))
                        .egressOnlyInternetGateways())
                .isEmpty();
    }

    @Test
    void clientTokensMakeCreationIdempotent() {
        EgressOnlyInternetGateway first = gateway("same");
        assertThat(gateway("same").egressOnlyInternetGatewayId()).isEqualTo(first.egressOnlyInternetGatewayId());
        String other = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> ec2.createEgressOnlyInternetGateway(r -> r.vpcId(other).clientToken("same")));
    }

    /** AWS documentation, VPC User Guide, quotas: one per VPC. The text is our guess. */
    @Test
    void aVpcHasOneAtMost() {
        gateway("one");
        Expect.awsError("InvalidParameterValue", () -> gateway("two"));
    }

    /**
     * The code for unknown ids is the one that Terraform's provider expects of AWS. UNVERIFIED: its text, and the code
     * for malformed ids.
     */
    @ParameterizedTest
    @CsvSource({
        "eigw-0123456789abcdef0, InvalidGatewayID.NotFound, The eigw ID 'eigw-0123456789abcdef0' does not exist",
        "eigw-xyz, InvalidEgressOnlyInternetGatewayId.Malformed, Invalid id: \"eigw-xyz\" (expecting \"eigw-...\")"
    })
    void delete_unknown(String id, String code, String message) {
        Expect.awsError(
                code, message, () -> ec2.deleteEgressOnlyInternetGateway(r -> r.egressOnlyInternetGatewayId(id)));
        assertThat(ec2.describeEgressOnlyInternetGateways(r -> r.egressOnlyInternetGatewayIds(id))
                        .egressOnlyInternetGateways())
                .isEmpty();
    }

    /** Recorded from AWS: the text of this action has no spaces. */
    @ParameterizedTest
    @CsvSource({
        "4, Value (4) for parameter maxResults is invalid. Expecting a value greater than 5.",
        "256, Value (256) for parameter maxResults is invalid. Expecting a value less than 255."
    })
    void describe_pageSizeOutOfRange(int size, String message) {
        Expect.awsError(
                "InvalidParameterValue",
                message,
                () -> ec2.describeEgressOnlyInternetGateways(r -> r.maxResults(size)));
    }

    private EgressOnlyInternetGateway gateway(String token) {
        return ec2.createEgressOnlyInternetGateway(r -> r.vpcId(vpc).clientToken(token))
                .egressOnlyInternetGateway();
    }
}

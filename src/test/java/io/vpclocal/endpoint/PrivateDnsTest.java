package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.DYNAMODB;
import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.LOGS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Expected answers: error texts recorded from AWS; rules of the AWS PrivateLink Guide unless a test says otherwise. */
@EmulatorTest
class PrivateDnsTest extends EndpointTestBase {

    @Test
    void onlyOneEndpointHasAPrivateName() {
        create(KMS, true);
        Expect.awsError(
                "InvalidParameter",
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for"
                        + " kms.us-east-1.amazonaws.com in the VPC " + network.vpc,
                () -> create(KMS, true));
        String silent = create(KMS, false).vpcEndpointId();
        Expect.awsError("InvalidParameter", () -> network.modify(silent, r -> r.privateDnsEnabled(true)));
        assertThat(network.describe(silent).privateDnsEnabled()).isFalse();
        assertThat(new Network(network.ec2)
                        .create(r ->
                                r.vpcEndpointType("Interface").serviceName(KMS).privateDnsEnabled(true))
                        .privateDnsEnabled())
                .isTrue();
    }

    @Test
    void aNameCanBeReusedAfterItsEndpointReleasesIt() {
        String first = create(KMS, true).vpcEndpointId();
        String second = create(KMS, false).vpcEndpointId();

        network.modify(first, r -> r.privateDnsEnabled(false));
        network.modify(second, r -> r.privateDnsEnabled(true));
        network.delete(second);
        network.modify(first, r -> r.privateDnsEnabled(true));
        assertThat(network.describe(first).privateDnsEnabled()).isTrue();
    }

    @Test
    void privateDnsIsEnabledAndDisabled() {
        String subnet = network.subnet("us-east-1a");
        String id = network.interfaceTo(LOGS, subnet).vpcEndpointId();

        network.modify(id, r -> r.privateDnsEnabled(true));
        assertThat(network.describe(id).dnsEntries())
                .hasSize(4)
                .extracting(DnsEntry::dnsName)
                .endsWith("logs.us-east-1.amazonaws.com", "logs.us-east-1.api.aws");
        network.modify(id, r -> r.privateDnsEnabled(false));
        assertThat(network.describe(id).dnsEntries()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "false, false"})
    void theVpcMustResolveAndGiveNames(boolean support, boolean hostnames) {
        String id = create(LOGS, false).vpcEndpointId();
        network.dnsHostnames(hostnames);
        network.dnsSupport(support);
        String refusal = "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set"
                + " to true for " + network.vpc;

        Expect.awsError("InvalidParameter", refusal, () -> create(KMS, true));
        Expect.awsError("InvalidParameter", refusal, () -> network.modify(id, r -> r.privateDnsEnabled(true)));
    }

    /** AWS's sources disagree on the default; this is our reading. */
    @ParameterizedTest
    @CsvSource({"kms, true, true", "kms, false, false", "s3, true, false", "dynamodb, true, false"})
    void byDefault_itIsOnIfPossible(String service, boolean hostnames, boolean on) {
        network.dnsHostnames(hostnames);
        assertThat(create("com.amazonaws.us-east-1." + service, null).privateDnsEnabled())
                .isEqualTo(on);
    }

    /** Amazon S3 User Guide: names resolve for inbound resolvers only, and a gateway serves the VPC itself. */
    @Test
    void s3NamesResolveForInboundResolversOnlyByDefault() {
        network.gateway(S3);
        VpcEndpoint created = create(S3, true);

        assertThat(created.dnsOptions().privateDnsOnlyForInboundResolverEndpoint())
                .isTrue();
        network.modify(
                created.vpcEndpointId(), r -> r.dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(false)));
        assertThat(network.describe(created.vpcEndpointId()).dnsOptions().privateDnsOnlyForInboundResolverEndpoint())
                .isFalse();
    }

    @Test
    void s3NeedsNoGatewayWithoutInboundResolverOnly() {
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(S3)
                .privateDnsEnabled(true)
                .subnetIds(network.subnet("us-east-1a"))
                .dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(false)));
        String id = created.vpcEndpointId();

        assertThat(created.dnsEntries().get(0).dnsName()).startsWith("*." + id + "-");
        assertThat(created.dnsEntries()).extracting(DnsEntry::dnsName).contains("s3.us-east-1.amazonaws.com");
        String refusal = "To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC " + network.vpc
                + " must have a Gateway endpoint for the service.";
        Expect.awsError(
                "InvalidParameter",
                refusal,
                () -> network.modify(id, r -> r.dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(true))));
        network.gateway(S3);
        network.modify(id, r -> r.dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(true)));
        network.modify(
                id, r -> r.privateDnsEnabled(false).dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(false)));
        assertThat(network.describe(id).dnsOptions().privateDnsOnlyForInboundResolverEndpoint())
                .isNull();
    }

    @Test
    void privateDnsCannotBeEnabledWithoutAPrivateName() {
        String id = create(DYNAMODB, false).vpcEndpointId();
        Expect.awsError(
                "InvalidParameter",
                "Private DNS can't be enabled because the service " + DYNAMODB
                        + " does not provide a private DNS name.",
                () -> network.modify(id, r -> r.privateDnsEnabled(true)));
    }

    private VpcEndpoint create(String service, @Nullable Boolean privateDns) {
        return network.create(
                r -> r.vpcEndpointType("Interface").serviceName(service).privateDnsEnabled(privateDns));
    }
}

package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Expected answers: AWS documentation, API Reference, DeleteVpcEndpoints, unless a test says otherwise. */
@EmulatorTest
class DeleteVpcEndpointsTest extends EndpointTestBase {

    /** The code is what Terraform compares; the text is our guess. */
    @Test
    void unknownIdsAreUnsuccessfulItems() {
        assertThat(network.delete("vpce-00000000000000000"))
                .containsExactly(UnsuccessfulItem.builder()
                        .resourceId("vpce-00000000000000000")
                        .error(e -> e.code("InvalidVpcEndpoint.NotFound")
                                .message("The Vpc Endpoint Id 'vpce-00000000000000000' does not exist"))
                        .build());
    }

    /** Our guess for the malformed id. */
    @Test
    void theOthersAreStillDeleted() {
        String subnet = network.subnet("us-east-1a");
        String one = network.interfaceTo(KMS, subnet).vpcEndpointId();
        String two = network.gateway(S3).vpcEndpointId();

        assertThat(network.delete(one, "vpce-00000000000000000", "vpce", two, one))
                .extracting(item -> item.error().code())
                .containsExactly("InvalidVpcEndpoint.NotFound", "InvalidVpcEndpointId.Malformed");
        assertThat(network.ec2.describeVpcEndpoints().vpcEndpoints()).isEmpty();
        assertThat(network.interfacesIn(subnet)).isEmpty();
    }

    @Test
    void endpointsOfOtherAccountsAndRegionsAreNotFound() {
        String id = network.gateway(S3).vpcEndpointId();
        Network stranger = new Network(aws.ec2());

        assertThat(stranger.delete(id)).hasSize(1);
        Expect.awsError("InvalidVpcEndpointId.NotFound", () -> stranger.describe(id));
        Expect.awsError("InvalidVpcEndpointId.NotFound", () -> stranger.modify(id, r -> r.resetPolicy(true)));
        assertThat(network.describe(id).stateAsString()).isEqualTo("available");
    }

    @Test
    void anIdIsNeeded() {
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter VpcEndpointId",
                () -> network.ec2.deleteVpcEndpoints(r -> {}));
    }

    /** Recorded from AWS. */
    @Test
    void aGatewayStaysWhileInboundResolversNeedIt() {
        String gateway = network.gateway(S3).vpcEndpointId();
        VpcEndpoint needing = network.create(
                r -> r.vpcEndpointType("Interface").serviceName(S3).privateDnsEnabled(true));

        assertThat(network.delete(gateway)).singleElement().satisfies(item -> {
            assertThat(item.error().code()).isEqualTo("InvalidParameter");
            assertThat(item.error().message())
                    .isEqualTo("Gateway endpoint cannot be deleted while Interface endpoint "
                            + needing.vpcEndpointId()
                            + " for the service has PrivateDnsOnlyForInboundResolverEndpoint set to true.");
        });
        assertThat(network.describe(gateway).stateAsString()).isEqualTo("available");
    }

    /** Our guess: the others can be deleted if one gateway stays, or none is needed. */
    @Test
    void aGatewayCanBeDeletedWithItsDependents() {
        String one = network.gateway(S3).vpcEndpointId();
        String two = network.gateway(S3).vpcEndpointId();
        String needing = network.create(
                        r -> r.vpcEndpointType("Interface").serviceName(S3).privateDnsEnabled(true))
                .vpcEndpointId();

        assertThat(network.delete(one)).isEmpty();
        assertThat(network.delete(two, needing)).isEmpty();
    }

    @Test
    void tagsAreDeletedWithTheEndpoint() {
        String id = network.gateway(S3).vpcEndpointId();
        network.ec2.createTags(
                r -> r.resources(id).tags(Tag.builder().key("k").value("v").build()));
        assertThat(network.describe(id).tags()).hasSize(1);

        network.delete(id);
        assertThat(network.ec2
                        .describeTags(r -> r.filters(Network.filter("resource-id", id)))
                        .tags())
                .isEmpty();
        Expect.awsError(
                "InvalidVpcEndpointId.NotFound",
                () -> network.ec2.createTags(r ->
                        r.resources(id).tags(Tag.builder().key("k").value("v").build())));
    }
}

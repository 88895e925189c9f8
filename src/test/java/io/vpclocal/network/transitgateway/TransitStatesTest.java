package io.vpclocal.network.transitgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpoint.SlowEmulatorTest;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Transit gateways and attachments that take their time (EC2 API Reference: states). How long is our guess. */
@SlowEmulatorTest
class TransitStatesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @BeforeEach
    void freeze() {
        clock.freeze();
    }

    @AfterEach
    void real() {
        clock.real();
    }

    @Test
    void gatewaysAndAttachmentsPassAllStates() {
        TransitHub hub = new TransitHub(aws);
        assertThat(gateway(hub)).isEqualTo("pending");
        Expect.awsError("IncorrectState", () -> hub.attachNew("10.1"));
        clock.advance(MINUTE);
        assertThat(gateway(hub)).isEqualTo("available");
        String attachment = hub.attachNew("10.1");
        assertThat(attachment(hub, attachment)).isEqualTo("pending");
        Expect.awsError(
                "IncorrectState",
                () -> hub.ec2.deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(attachment)));
        clock.advance(MINUTE);
        assertThat(attachment(hub, attachment)).isEqualTo("available");
        hub.ec2.deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(attachment));
        assertThat(attachment(hub, attachment)).isEqualTo("deleting");
        hub.ec2.deleteTransitGateway(r -> r.transitGatewayId(hub.id()));
        assertThat(gateway(hub)).isEqualTo("deleting");
        clock.advance(MINUTE);
        assertThat(attachment(hub, attachment)).isEqualTo("deleted");
        assertThat(gateway(hub)).isEqualTo("deleted");
        clock.advance(HOUR);
        assertThat(hub.ec2.describeTransitGateways().transitGateways()).isEmpty();
        Expect.awsError("InvalidTransitGatewayAttachmentID.NotFound", () -> attachment(hub, attachment));
    }

    /** What is no longer described does not stay in the database with its tags. */
    @Test
    void deletedGatewaysAreForgotten() {
        TransitHub hub = new TransitHub(aws);
        clock.advance(MINUTE);
        hub.ec2.createTags(
                r -> r.resources(hub.id()).tags(tag -> tag.key("Name").value("hub")));
        hub.ec2.deleteTransitGateway(r -> r.transitGatewayId(hub.id()));
        assertThat(hub.ec2.describeTags().tags()).isNotEmpty();
        clock.advance(HOUR);
        hub.ec2.createTransitGateway();
        assertThat(hub.ec2.describeTags().tags()).isEmpty();
        assertThat(hub.ec2.describeTransitGateways().transitGateways()).hasSize(1);
    }

    private static String gateway(TransitHub hub) {
        return hub.ec2
                .describeTransitGateways(r -> r.transitGatewayIds(hub.id()))
                .transitGateways()
                .get(0)
                .stateAsString();
    }

    private static String attachment(TransitHub hub, String id) {
        return hub.ec2
                .describeTransitGatewayVpcAttachments(r -> r.transitGatewayAttachmentIds(id))
                .transitGatewayVpcAttachments()
                .get(0)
                .stateAsString();
    }
}

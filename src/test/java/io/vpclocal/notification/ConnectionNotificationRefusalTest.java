package io.vpclocal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;

/** What is refused of connection notifications. Texts and codes are our guess unless a test says otherwise. */
@EmulatorTest
class ConnectionNotificationRefusalTest extends ConnectionNotificationTestBase {

    /** What a request is made of: a valid request about the service, and the endpoints of the other account. */
    interface Wrong {
        void make(CreateVpcEndpointConnectionNotificationRequest.Builder request, String endpoint, String gateway);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("no topic", (r, e, g) -> r.connectionNotificationArn(null), "MissingParameter", null),
                refusal("no events", (r, e, g) -> r.connectionEvents(List.of()), "MissingParameter", null),
                refusal("nothing to hear of", (r, e, g) -> r.serviceId(null), "MissingParameter", null),
                refusal(
                        "an unknown event",
                        (r, e, g) -> r.connectionEvents("Accept", "accept"),
                        "InvalidParameterValue",
                        "Value (accept) for parameter connectionEvents is invalid. Expecting Accept, Connect, Delete or"
                                + " Reject."),
                refusal(
                        "a queue",
                        (r, e, g) -> r.connectionNotificationArn("arn:aws:sqs:us-east-1:123456789012:queue"),
                        "InvalidParameter",
                        "The connection notification ARN 'arn:aws:sqs:us-east-1:123456789012:queue' is not an Amazon SNS"
                                + " topic."),
                refusal(
                        "a service and an endpoint",
                        (r, e, g) -> r.vpcEndpointId(e),
                        "InvalidParameterCombination",
                        null),
                refusal(
                        "another account's endpoint",
                        (r, e, g) -> r.serviceId(null).vpcEndpointId(e),
                        "InvalidVpcEndpointId.NotFound",
                        null),
                refusal(
                        "an endpoint that cannot be",
                        (r, e, g) -> r.serviceId(null).vpcEndpointId("junk"),
                        "InvalidVpcEndpointId.Malformed",
                        null),
                refusal(
                        "a service that is not there",
                        (r, e, g) -> r.serviceId("vpce-svc-00000000000000000"),
                        "InvalidVpcEndpointServiceId.NotFound",
                        "The VpcEndpointService Id 'vpce-svc-00000000000000000' does not exist"),
                refusal(
                        "a service that cannot be",
                        (r, e, g) -> r.serviceId("junk"),
                        "InvalidVpcEndpointServiceIdId.Malformed",
                        null));
    }

    private static Arguments refusal(String what, Wrong wrong, String code, @Nullable String message) {
        return arguments(what, wrong, code, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String what, Wrong wrong, String code, @Nullable String message) {
        Expect.awsError(
                code,
                message,
                () -> provider.ec2.createVpcEndpointConnectionNotification(r -> wrong.make(
                        r.serviceId(service).connectionNotificationArn(TOPIC).connectionEvents("Accept"),
                        endpoint,
                        gateway)));
    }

    /** EC2 API reference: "You can create a connection notification for interface endpoints only." */
    @Test
    void gatewaysHaveNone() {
        Expect.awsError(
                "InvalidParameter",
                () -> subscriber.ec2.createVpcEndpointConnectionNotification(r -> r.vpcEndpointId(gateway)
                        .connectionNotificationArn(TOPIC)
                        .connectionEvents("Accept")));
    }

    @Test
    void aWrongChangeChangesNothing() {
        String id = ofService("Accept").connectionNotificationId();
        Expect.awsError(
                "InvalidParameterValue",
                () -> provider.ec2.modifyVpcEndpointConnectionNotification(r -> r.connectionNotificationId(id)
                        .connectionNotificationArn(OTHER_TOPIC)
                        .connectionEvents("None")));
        Expect.awsError(
                "InvalidConnectionNotification",
                () -> provider.ec2.modifyVpcEndpointConnectionNotification(
                        r -> r.connectionNotificationId("vpce-nfn-00000000000000000")));
        assertThat(describe(id).connectionNotificationArn()).isEqualTo(TOPIC);
    }
}

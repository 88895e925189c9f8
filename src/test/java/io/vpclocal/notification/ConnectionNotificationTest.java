package io.vpclocal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.endpointservice.hosted.Subscriber;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.ConnectionNotification;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * The shapes are those of the EC2 API model and of the AWS CLI's sample; the code for an unknown notification is known
 * from the Terraform provider. The rest is our guess.
 */
@EmulatorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionNotificationTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:topic";
    private static final String OTHER_TOPIC = "arn:aws:sns:eu-west-1:123456789012:other";

    @Autowired
    private Aws aws;

    private Provider provider;
    private Subscriber subscriber;
    private String service;
    private String endpoint;
    private String gateway;

    @BeforeAll
    void hostAndConnect() {
        provider = new Provider(aws);
        subscriber = new Subscriber(aws);
        var hosted = provider.host();
        service = hosted.serviceId();
        provider.allow(service, subscriber.account);
        endpoint = subscriber.connect(hosted.serviceName()).vpcEndpointId();
        gateway = subscriber
                .ec2
                .createVpcEndpoint(
                        r -> r.vpcId(subscriber.describe(endpoint).vpcId()).serviceName("com.amazonaws.us-east-1.s3"))
                .vpcEndpoint()
                .vpcEndpointId();
    }

    private ConnectionNotification ofService(String... events) {
        return provider.ec2
                .createVpcEndpointConnectionNotification(r ->
                        r.serviceId(service).connectionNotificationArn(TOPIC).connectionEvents(events))
                .connectionNotification();
    }

    private ConnectionNotification ofEndpoint(String... events) {
        return subscriber
                .ec2
                .createVpcEndpointConnectionNotification(r -> r.vpcEndpointId(endpoint)
                        .connectionNotificationArn(TOPIC)
                        .connectionEvents(events))
                .connectionNotification();
    }

    private ConnectionNotification describe(String id) {
        return provider.ec2
                .describeVpcEndpointConnectionNotifications(r -> r.connectionNotificationId(id))
                .connectionNotificationSet()
                .get(0);
    }

    @Test
    void aNotificationOfAServiceIsShownAsItWasMade() {
        ConnectionNotification made = ofService("Connect", "Accept", "Connect");

        assertThat(made.connectionNotificationId()).matches("vpce-nfn-[0-9a-f]{17}");
        assertThat(made.serviceId()).isEqualTo(service);
        assertThat(made.vpcEndpointId()).isNull();
        assertThat(made.connectionNotificationTypeAsString()).isEqualTo("Topic");
        assertThat(made.connectionNotificationStateAsString()).isEqualTo("Enabled");
        assertThat(made.connectionNotificationArn()).isEqualTo(TOPIC);
        assertThat(made.connectionEvents()).containsExactly("Accept", "Connect");
        assertThat(made.serviceRegion()).isEqualTo("us-east-1");
        assertThat(describe(made.connectionNotificationId())).isEqualTo(made);
    }

    @Test
    void aNotificationOfAnEndpointBelongsToItsOwner() {
        ConnectionNotification made = ofEndpoint("Delete");

        assertThat(made.vpcEndpointId()).isEqualTo(endpoint);
        assertThat(made.serviceId()).isNull();
        Expect.awsError("InvalidConnectionNotification", () -> describe(made.connectionNotificationId()));
    }

    @Test
    void aTokenMakesOneNotification() {
        Consumer<CreateVpcEndpointConnectionNotificationRequest.Builder> request = r -> r.serviceId(service)
                .connectionNotificationArn(TOPIC)
                .connectionEvents("Reject")
                .clientToken("once");
        var first = provider.ec2.createVpcEndpointConnectionNotification(request);
        var second = provider.ec2.createVpcEndpointConnectionNotification(request);

        assertThat(second.connectionNotification()).isEqualTo(first.connectionNotification());
        assertThat(first.clientToken()).isEqualTo("once");
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> provider.ec2.createVpcEndpointConnectionNotification(
                        request.andThen(r -> r.connectionEvents("Accept"))));
    }

    @Test
    void aChangeKeepsOtherValues() {
        String id = ofService("Accept").connectionNotificationId();

        provider.ec2.modifyVpcEndpointConnectionNotification(
                r -> r.connectionNotificationId(id).connectionEvents("Reject", "Delete"));
        assertThat(describe(id).connectionEvents()).containsExactly("Delete", "Reject");
        assertThat(describe(id).connectionNotificationArn()).isEqualTo(TOPIC);
        assertThat(provider.ec2
                        .modifyVpcEndpointConnectionNotification(
                                r -> r.connectionNotificationId(id).connectionNotificationArn(OTHER_TOPIC))
                        .returnValue())
                .isTrue();
        assertThat(describe(id).connectionEvents()).containsExactly("Delete", "Reject");
        assertThat(describe(id).connectionNotificationArn()).isEqualTo(OTHER_TOPIC);
    }

    @Test
    void aDeletionReturnsItsFailures() {
        String id = ofService("Accept").connectionNotificationId();
        String unknown = "vpce-nfn-00000000000000000";
        List<UnsuccessfulItem> unsuccessful = provider.ec2
                .deleteVpcEndpointConnectionNotifications(r -> r.connectionNotificationIds(id, unknown, "junk"))
                .unsuccessful();

        assertThat(unsuccessful).extracting(UnsuccessfulItem::resourceId).containsExactly(unknown, "junk");
        assertThat(unsuccessful)
                .allSatisfy(item -> assertThat(item.error().code()).isEqualTo("InvalidConnectionNotification"));
        Expect.awsError("InvalidConnectionNotification", () -> describe(id));
    }

    @ParameterizedTest
    @CsvSource({
        "connection-notification-arn,   arn:*:wanted",
        "connection-notification-id,    {id}",
        "service-id,                    {service}",
        "connection-notification-state, Enabled",
        "connection-notification-type,  Topic",
    })
    void filtersFind(String name, String value) {
        Provider other = new Provider(aws);
        String serviceId = other.host().serviceId();
        String id = other.ec2
                .createVpcEndpointConnectionNotification(r -> r.serviceId(serviceId)
                        .connectionNotificationArn("arn:aws:sns:us-east-1:123456789012:wanted")
                        .connectionEvents("Accept"))
                .connectionNotification()
                .connectionNotificationId();
        String wanted = value.replace("{id}", id).replace("{service}", serviceId);

        assertThat(found(other, name, wanted)).containsExactly(id);
        assertThat(found(other, name, "nothing")).isEmpty();
        assertThat(found(other, "vpc-endpoint-id", "*")).isEmpty();
    }

    private static List<String> found(Provider of, String name, String value) {
        return of
                .ec2
                .describeVpcEndpointConnectionNotifications(
                        r -> r.filters(f -> f.name(name).values(value)))
                .connectionNotificationSet()
                .stream()
                .map(ConnectionNotification::connectionNotificationId)
                .toList();
    }

    @Test
    void pagesFollowOneAnother() {
        Provider other = new Provider(aws);
        String serviceId = other.host().serviceId();
        for (int i = 0; i < 7; i++) {
            other.ec2.createVpcEndpointConnectionNotification(
                    r -> r.serviceId(serviceId).connectionNotificationArn(TOPIC).connectionEvents("Accept"));
        }
        var pages = other.ec2.describeVpcEndpointConnectionNotificationsPaginator(r -> r.maxResults(5));

        assertThat(pages.stream().map(page -> page.connectionNotificationSet().size()))
                .containsExactly(5, 2);
        Expect.awsError(
                "InvalidFilter",
                () -> other.ec2.describeVpcEndpointConnectionNotifications(
                        r -> r.filters(f -> f.name("tag-key").values("k"))));
    }

    @Test
    void aNotificationIsDeletedWithItsService() {
        Provider other = new Provider(aws);
        String serviceId = other.host().serviceId();
        other.ec2.createVpcEndpointConnectionNotification(
                r -> r.serviceId(serviceId).connectionNotificationArn(TOPIC).connectionEvents("Accept"));
        other.delete(serviceId);

        assertThat(other.ec2.describeVpcEndpointConnectionNotifications().connectionNotificationSet())
                .isEmpty();
    }

    /** The resources for requests: a valid request about the service, and endpoints of another account. */
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
        var error = Expect.awsError(
                code,
                () -> provider.ec2.createVpcEndpointConnectionNotification(r -> wrong.make(
                        r.serviceId(service).connectionNotificationArn(TOPIC).connectionEvents("Accept"),
                        endpoint,
                        gateway)));
        if (message != null) {
            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(message);
        }
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

package io.vpclocal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.ConnectionNotification;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * The shapes are those of the EC2 API model and of the AWS CLI's sample; the code for an unknown notification is known
 * from the Terraform provider. The rest is our guess.
 */
@EmulatorTest
class ConnectionNotificationTest extends ConnectionNotificationTestBase {

    private ConnectionNotification ofEndpoint(String... events) {
        return subscriber
                .ec2
                .createVpcEndpointConnectionNotification(r -> r.vpcEndpointId(endpoint)
                        .connectionNotificationArn(TOPIC)
                        .connectionEvents(events))
                .connectionNotification();
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
}

package io.vpclocal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.ConnectionListener.Link;
import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.endpointservice.hosted.Subscriber;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events are those of the AWS PrivateLink Guide ("Receive alerts"). The messages' format is our guess. */
@EmulatorTest
class ConnectionMessageTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:topic";

    @Autowired
    private Aws aws;

    @Autowired
    private NotificationEventPublisher announcer;

    @Autowired
    private PlatformTransactionManager transactions;

    private Provider provider;
    private Subscriber subscriber;
    private ServiceConfiguration service;

    @BeforeEach
    void host() {
        provider = new Provider(aws);
        subscriber = new Subscriber(aws);
        service = provider.host();
        provider.allow(service.serviceId(), subscriber.account);
    }

    private void hearOfService(String... events) {
        provider.ec2.createVpcEndpointConnectionNotification(r -> r.serviceId(service.serviceId())
                .connectionNotificationArn(TOPIC)
                .connectionEvents(events));
    }

    private JsonNode messages(String account) throws Exception {
        return new ControlApi(aws.endpoint())
                .get("/_vpclocal/notifications?limit=1000&account=" + account)
                .json();
    }

    @Test
    void theOwnerOfAServiceGetsTheChosenEvents() throws Exception {
        hearOfService("Connect", "Reject");
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();
        provider.accept(service.serviceId(), id);
        provider.reject(service.serviceId(), id);
        subscriber.delete(id);

        JsonNode messages = messages(provider.account);
        assertThat(messages.findValuesAsString("event")).containsExactly("Reject", "Connect");
        JsonNode last = messages.get(0);
        assertThat(last.path("topicArn").asString()).isEqualTo(TOPIC);
        assertThat(last.path("serviceId").asString()).isEqualTo(service.serviceId());
        assertThat(last.path("vpcEndpointId").asString()).isEqualTo(id);
        assertThat(last.path("vpcEndpointOwner").asString()).isEqualTo(subscriber.account);
        assertThat(last.path("outcome").asString()).isEqualTo("recorded");
        JsonNode text = JsonMapper.shared().readTree(last.path("message").asString());
        assertThat(text.path("event").asString()).isEqualTo("Reject");
        assertThat(text.path("vpcEndpointId").asString()).isEqualTo(id);
        assertThat(text.path("serviceName").asString()).isEqualTo(service.serviceName());
        assertThat(messages(subscriber.account)).isEmpty();
    }

    @Test
    void theOwnerOfAnEndpointGetsItsEvents_untilItIsDeleted() throws Exception {
        String own = subscriber.connect(service.serviceName()).vpcEndpointId();
        String other = subscriber.connect(service.serviceName()).vpcEndpointId();
        subscriber.ec2.createVpcEndpointConnectionNotification(
                r -> r.vpcEndpointId(own).connectionNotificationArn(TOPIC).connectionEvents("Accept", "Delete"));
        provider.accept(service.serviceId(), own, other);
        subscriber.delete(own, other);

        assertThat(messages(subscriber.account).findValuesAsString("event")).containsExactly("Delete", "Accept");
        assertThat(messages(subscriber.account).findValuesAsString("vpcEndpointId"))
                .containsExactly(own, own);
        assertThat(subscriber.ec2.describeVpcEndpointConnectionNotifications().connectionNotificationSet())
                .isEmpty();
    }

    @Test
    void failedCallsCreateNoMessages() throws Exception {
        hearOfService("Connect");
        Expect.awsError(
                "InvalidSubnetId.NotFound",
                () -> subscriber.ec2.createVpcEndpoint(r -> r.vpcId(subscriber
                                .ec2
                                .createVpc(v -> v.cidrBlock("10.4.0.0/16"))
                                .vpc()
                                .vpcId())
                        .vpcEndpointType("Interface")
                        .serviceName(service.serviceName())
                        .subnetIds("subnet-00000000000000000")));
        assertThat(messages(provider.account)).isEmpty();
    }

    @Test
    void theOldestMessagesAreDeleted() throws Exception {
        hearOfService("Connect");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 0; i < NotificationLimits.MESSAGES + 3; i++) {
                announcer.connected(new Link(
                        service.serviceId(),
                        service.serviceName(),
                        provider.account,
                        "us-east-1",
                        "vpce-" + i,
                        new Scope(subscriber.account, "us-east-1")));
            }
        });
        JsonNode messages = messages(provider.account);
        assertThat(messages).hasSize(NotificationLimits.MESSAGES);
        assertThat(messages.get(0).path("vpcEndpointId").asString())
                .isEqualTo("vpce-" + (NotificationLimits.MESSAGES + 2));
        assertThat(messages.get(NotificationLimits.MESSAGES - 1)
                        .path("vpcEndpointId")
                        .asString())
                .isEqualTo("vpce-3");
    }

    @Test
    void aResetDeletesMessages() throws Exception {
        hearOfService("Connect");
        subscriber.connect(service.serviceName());
        assertThat(messages(provider.account)).hasSize(1);
        ControlApi control = new ControlApi(aws.endpoint());
        assertThat(control.post("/_vpclocal/reset?account=" + provider.account).status())
                .isLessThan(300);

        assertThat(messages(provider.account)).isEmpty();
        assertThat(control.get("/_vpclocal/notifications?limit=0").status()).isEqualTo(400);
    }
}

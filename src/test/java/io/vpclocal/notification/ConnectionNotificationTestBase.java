package io.vpclocal.notification;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.endpointservice.hosted.Subscriber;
import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.ConnectionNotification;

/** A service with an endpoint of another account, both for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConnectionNotificationTestBase {

    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:topic";

    static final String OTHER_TOPIC = "arn:aws:sns:eu-west-1:123456789012:other";

    @Autowired
    Aws aws;

    Provider provider;

    Subscriber subscriber;

    String service;

    String endpoint;

    String gateway;

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

    ConnectionNotification ofService(String... events) {
        return provider.ec2
                .createVpcEndpointConnectionNotification(r ->
                        r.serviceId(service).connectionNotificationArn(TOPIC).connectionEvents(events))
                .connectionNotification();
    }

    ConnectionNotification describe(String id) {
        return provider.ec2
                .describeVpcEndpointConnectionNotifications(r -> r.connectionNotificationId(id))
                .connectionNotificationSet()
                .get(0);
    }
}

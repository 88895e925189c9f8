package io.vpclocal.endpoint.connection;

import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpointservice.ConnectionListener;
import io.vpclocal.endpointservice.ConnectionListener.Link;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls the listeners of connection events. Gateway endpoints are routes and have no connections. */
@Component
public class ConnectionEvents {

    private final ObjectProvider<ConnectionListener> listeners;

    ConnectionEvents(ObjectProvider<ConnectionListener> listeners) {
        this.listeners = listeners;
    }

    public void connected(VpcEndpointEntity endpoint) {
        tell(endpoint, ConnectionListener::connected);
    }

    void accepted(VpcEndpointEntity endpoint) {
        tell(endpoint, ConnectionListener::accepted);
    }

    void rejected(VpcEndpointEntity endpoint) {
        tell(endpoint, ConnectionListener::rejected);
    }

    public void deleted(VpcEndpointEntity endpoint) {
        tell(endpoint, ConnectionListener::deleted);
    }

    private void tell(VpcEndpointEntity endpoint, BiConsumer<ConnectionListener, Link> event) {
        if (!endpoint.type().connects()) {
            return;
        }
        Link link = new Link(
                endpoint.serviceId(),
                endpoint.serviceName(),
                endpoint.serviceOwner(),
                endpoint.serviceRegion(),
                endpoint.id(),
                endpoint.scope());
        listeners.orderedStream().forEach(listener -> event.accept(listener, link));
    }
}

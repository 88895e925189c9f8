package io.vpclocal.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The events of a connection, in AWS's order. */
enum ConnectionEvent {
    ACCEPT("Accept"),
    CONNECT("Connect"),
    DELETE("Delete"),
    REJECT("Reject");

    private final String wire;

    ConnectionEvent(String wire) {
        this.wire = wire;
    }

    /** The name in requests and answers. */
    String wire() {
        return wire;
    }

    /** The events of these names, each once. @throws io.vpclocal.protocol.AwsException if an event does not exist */
    static Set<ConnectionEvent> of(Collection<String> names) {
        Set<ConnectionEvent> events = EnumSet.noneOf(ConnectionEvent.class);
        names.forEach(name -> events.add(of(name)));
        return events;
    }

    private static ConnectionEvent of(String name) {
        return Arrays.stream(values())
                .filter(event -> event.wire.equals(name))
                .findFirst()
                .orElseThrow(() -> NotificationErrors.noSuchEvent(name));
    }
}

package io.vpclocal.gateway.hosted;

import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.gateway.place.CallVolume;
import io.vpclocal.gateway.place.Names;
import io.vpclocal.gateway.place.Place;
import io.vpclocal.traffic.CallTraffic;
import io.vpclocal.traffic.CallTraffic.Connection;
import io.vpclocal.traffic.CallTraffic.Way;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the path of a call from a place to a hosted service: name, network, load balancer, target, real address. */
@Component
class HostedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(HostedCalls.class);
    private static final Pattern PORT = Pattern.compile(".*:(\\d{1,5})");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Names names;
    private final CallTraffic traffic;
    private final TargetAddresses addresses;
    private final Clock clock;

    HostedCalls(Names names, CallTraffic traffic, TargetAddresses addresses, Clock clock) {
        this.names = names;
        this.traffic = traffic;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The endpoint that a name resolves to at a place; empty if it does not belong to a hosted service. */
    Optional<EndpointView> endpoint(Place place, String authority) {
        return traffic.vpcOf(place.scope(), place.networkInterfaceId())
                .flatMap(vpc -> names.hosted(place.scope(), vpc, Names.normal(authority)));
    }

    /**
     * Sends a connection through the network.
     *
     * @param authority name and port. The default port is 80. The port of the place means 443
     * @return empty if the name does not belong to a hosted service or does not resolve in the place's VPC
     */
    Optional<HostedCall> open(Place place, int sourcePort, String authority) {
        return endpoint(place, authority).flatMap(endpoint -> connection(place, endpoint, sourcePort, authority)
                .flatMap(connection -> traffic.open(connection).map(way -> call(place, endpoint, connection, way))));
    }

    /** Records a finished call in flow logs. */
    void leave(HostedCall call, long sent, long received) {
        traffic.close(call.connection(), CallVolume.of(sent), CallVolume.of(received), call.start());
    }

    /** Records a call that the target did not accept. */
    void refused(HostedCall call) {
        traffic.refused(call.connection(), call.start());
    }

    private HostedCall call(Place place, EndpointView endpoint, Connection connection, Way way) {
        if (way.blocked() != null) {
            LOG.info("A call from {} to {} is blocked: {}", place.id(), endpoint.id(), way.blocked());
        }
        @Nullable
        RealAddress address =
                way.target() == null ? null : addresses.of(way.target()).orElse(null);
        return new HostedCall(place, endpoint, connection, way, address, clock.instant());
    }

    private Optional<Connection> connection(Place place, EndpointView endpoint, int sourcePort, String authority) {
        String name = Names.normal(authority);
        int port = port(place, authority);
        if (!Names.ofEndpoint(name)) {
            return Optional.of(new Connection(
                    place.scope(), place.networkInterfaceId(), endpoint.serviceName(), null, sourcePort, port));
        }
        return traffic.addressOf(
                        place.scope(), endpoint.networkInterfaceIds().get(names.interfaceIndex(endpoint, name)))
                .map(address ->
                        new Connection(place.scope(), place.networkInterfaceId(), null, address, sourcePort, port));
    }

    private static int port(Place place, String authority) {
        Matcher named = PORT.matcher(authority);
        int port = named.matches() ? Integer.parseInt(named.group(1)) : HTTP;
        return port == place.url().getPort() ? HTTPS : port;
    }
}

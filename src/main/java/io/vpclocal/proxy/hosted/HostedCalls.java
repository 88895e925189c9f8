package io.vpclocal.proxy.hosted;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.proxy.caller.CallVolume;
import io.vpclocal.proxy.caller.Names;
import io.vpclocal.proxy.caller.VpcCaller;
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

/** Finds the path of a call from a caller to a hosted service: name, network, load balancer, target, real address. */
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

    /** The endpoint that a name resolves to for a caller; empty if it does not belong to a hosted service. */
    Optional<EndpointView> endpoint(VpcCaller caller, String authority) {
        return traffic.vpcOf(caller.scope(), caller.networkInterfaceId())
                .flatMap(vpc -> names.hosted(caller.scope(), vpc, EndpointNames.normal(authority)));
    }

    /**
     * Sends a connection through the network.
     *
     * @param authority name and port. The default port is 80. The port of the caller means 443
     * @return empty if the name does not belong to a hosted service or does not resolve in the caller's VPC
     */
    Optional<HostedCall> open(VpcCaller caller, int sourcePort, String authority) {
        return endpoint(caller, authority).flatMap(endpoint -> connection(caller, endpoint, sourcePort, authority)
                .flatMap(connection -> traffic.open(connection).map(way -> call(caller, endpoint, connection, way))));
    }

    /** Records a finished call in flow logs. */
    void finished(HostedCall call, long sent, long received) {
        traffic.close(call.connection(), CallVolume.of(sent), CallVolume.of(received), call.start());
    }

    /** Records a call that the target did not accept. */
    void refused(HostedCall call) {
        traffic.refused(call.connection(), call.start());
    }

    private HostedCall call(VpcCaller caller, EndpointView endpoint, Connection connection, Way way) {
        if (way.blocked() != null) {
            LOG.info("A call from {} to {} is blocked: {}", caller.id(), endpoint.id(), way.blocked());
        }
        @Nullable
        RealAddress address =
                way.target() == null ? null : addresses.of(way.target()).orElse(null);
        return new HostedCall(caller, endpoint, connection, way, address, clock.instant());
    }

    private Optional<Connection> connection(VpcCaller caller, EndpointView endpoint, int sourcePort, String authority) {
        String name = EndpointNames.normal(authority);
        int port = port(caller, authority);
        if (!EndpointNames.ofEndpoint(name)) {
            return Optional.of(new Connection(
                    caller.scope(), caller.networkInterfaceId(), endpoint.serviceName(), null, sourcePort, port));
        }
        return traffic.addressOf(
                        caller.scope(), endpoint.networkInterfaceIds().get(names.interfaceIndex(endpoint, name)))
                .map(address ->
                        new Connection(caller.scope(), caller.networkInterfaceId(), null, address, sourcePort, port));
    }

    private static int port(VpcCaller caller, String authority) {
        Matcher named = PORT.matcher(authority);
        int port = named.matches() ? Integer.parseInt(named.group(1)) : HTTP;
        return port == caller.url().getPort() ? HTTPS : port;
    }
}

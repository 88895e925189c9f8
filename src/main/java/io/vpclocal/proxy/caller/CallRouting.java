package io.vpclocal.proxy.caller;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.identity.EndpointPolicyRules.EndpointKind;
import io.vpclocal.identity.ForwardedCallPolicies.Through;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.CallTraffic;
import io.vpclocal.traffic.CallTraffic.Connection;
import io.vpclocal.traffic.CallTraffic.Way;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Routes calls: those of callers through the emulated network, and other requests whose host is an endpoint's own name
 * through that endpoint.
 */
@Component
public class CallRouting {

    private static final int HTTPS = 443;

    /**
     * The services with further condition keys for endpoints (IAM User Guide, "AWS global condition context keys",
     * 2025).
     */
    private static final Set<String> TELL_MORE = Set.of("s3", "kms", "lambda", "ecr", "athena", "firehose", "iam");

    private final Names names;
    private final CallTraffic traffic;
    private final Clock clock;

    CallRouting(Names names, CallTraffic traffic, Clock clock) {
        this.names = names;
        this.traffic = traffic;
        this.clock = clock;
    }

    /**
     * The result of the network for one call.
     *
     * @param blocked the reason that the network blocked the call; null if it did not
     * @param through the endpoint; null for a call over the internet
     * @param sourceIp the public address of the sender; null for a call through an endpoint
     */
    public record RoutedCall(
            Connection connection,
            @Nullable String blocked,
            @Nullable Through through,
            @Nullable String sourceIp,
            Instant start) {}

    /**
     * Sends a call of a caller through the network. The connection is always to port 443.
     *
     * @return empty if the name does not resolve in the caller's VPC
     */
    public Optional<RoutedCall> route(CallerConnection client, String host, String region, String service) {
        VpcCaller caller = client.caller();
        return connection(client, EndpointNames.normal(host), region, service)
                .flatMap(connection -> traffic.open(connection)
                        .map(way -> new RoutedCall(
                                connection,
                                way.blocked(),
                                through(caller.scope(), way, service),
                                way.endpointId() == null ? way.publicAddress() : null,
                                clock.instant())));
    }

    /**
     * The endpoint that a request from outside names as its host. The caller's address replaces the private one.
     *
     * @return empty if the account has no such endpoint in that Region
     */
    public Optional<Through> named(Scope scope, String host, String service, String address) {
        return names.endpoint(scope, EndpointNames.normal(host))
                .map(endpoint -> through(endpoint, endpoint.vpcId(), address, service));
    }

    /** Records a finished call in flow logs. */
    public void finished(RoutedCall routed, long sent, long received) {
        traffic.close(routed.connection(), CallVolume.of(sent), CallVolume.of(received), routed.start());
    }

    private Optional<Connection> connection(CallerConnection client, String name, String region, String service) {
        VpcCaller caller = client.caller();
        if (EndpointNames.ofEndpoint(name)) {
            return names.endpoint(caller.scope(), name)
                    .flatMap(endpoint -> traffic.addressOf(
                            caller.scope(), endpoint.networkInterfaceIds().get(names.interfaceIndex(endpoint, name))))
                    .map(address -> new Connection(
                            caller.scope(), caller.networkInterfaceId(), null, address, client.sourcePort(), HTTPS));
        }
        return names.service(region, service)
                .map(fullName -> new Connection(
                        caller.scope(), caller.networkInterfaceId(), fullName, null, client.sourcePort(), HTTPS));
    }

    private @Nullable Through through(Scope scope, Way way, String service) {
        String id = way.endpointId();
        return id == null
                ? null
                : names.byId(scope, id)
                        .map(endpoint -> through(endpoint, way.vpcId(), way.sourceAddress(), service))
                        .orElse(null);
    }

    private static Through through(EndpointView endpoint, String vpcId, String address, String service) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (TELL_MORE.contains(service)) {
            keys.put("aws:SourceVpcArn", endpoint.scope().arn("ec2", "vpc/" + vpcId));
            keys.put("aws:VpceAccount", endpoint.scope().account());
        }
        EndpointKind kind = endpoint.type() == EndpointType.GATEWAY ? EndpointKind.GATEWAY : EndpointKind.INTERFACE;
        return new Through(endpoint.id(), kind, endpoint.policyDocument(), vpcId, address, keys);
    }
}

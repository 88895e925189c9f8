package io.vpclocal.endpoint.placement;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.protocol.AwsException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.SubnetConfiguration;

/** The subnets and the addresses that a request names. */
public record SubnetPlan(Map<String, Addresses> bySubnet) {

    /** Addresses chosen by the caller; null for any free address. */
    record Addresses(@Nullable String ipv4, @Nullable String ipv6) {

        static final Addresses ANY = new Addresses(null, null);
    }

    /** A subnet and its zone. */
    public record Place(String subnetId, String zone) {}

    /**
     * The subnets of the list in its order, then those that only have a configuration.
     *
     * @throws AwsException if an id is malformed, or a subnet is named or configured twice
     */
    public static SubnetPlan of(Collection<String> subnetIds, List<SubnetConfiguration> configurations) {
        Map<String, Addresses> plan = new LinkedHashMap<>();
        EndpointIds.SUBNET.requireWellFormed(subnetIds);
        for (String id : subnetIds) {
            if (plan.put(id, Addresses.ANY) != null) {
                throw EndpointErrors.zoneTaken(id);
            }
        }
        Set<String> configured = new HashSet<>();
        for (SubnetConfiguration configuration : configurations) {
            String id = require(configuration.subnetId(), "SubnetConfiguration.SubnetId");
            EndpointIds.SUBNET.requireWellFormed(id);
            if (!configured.add(id)) {
                throw EndpointErrors.configuredTwice(id);
            }
            plan.put(id, new Addresses(emptyToNull(configuration.ipv4()), emptyToNull(configuration.ipv6())));
        }
        return new SubnetPlan(plan);
    }

    public Set<String> ids() {
        return bySubnet.keySet();
    }

    /** The plan restricted to some of the subnets. */
    SubnetPlan only(Predicate<String> subnetId) {
        Map<String, Addresses> some = new LinkedHashMap<>(bySubnet);
        some.keySet().removeIf(subnetId.negate());
        return new SubnetPlan(some);
    }

    Addresses addresses(String subnetId) {
        return bySubnet.getOrDefault(subnetId, Addresses.ANY);
    }

    /**
     * An endpoint has one interface per zone.
     *
     * @param taken the zones that have an interface already
     * @throws AwsException {@code DuplicateSubnetsInSameZone} naming the first extra subnet
     */
    public static void requireOnePerZone(Collection<String> taken, List<Place> places) {
        Set<String> zones = new HashSet<>(taken);
        for (Place place : places) {
            if (!zones.add(place.zone())) {
                throw EndpointErrors.zoneTaken(place.subnetId());
            }
        }
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

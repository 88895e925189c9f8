package io.vpclocal.endpoint.placement;

import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The zones in which an endpoint can connect to a service of another Region. */
@Component
class RemoteAccess {

    /** AWS PrivateLink Guide: "Cross-region enabled AWS services" and "Share your services through AWS PrivateLink". */
    private static final Set<String> EXCLUDED = Set.of("use1-az3", "usw1-az2", "apne1-az3", "apne2-az2", "apne2-az4");

    private final Regions regions;

    RemoteAccess(Regions regions) {
        this.regions = regions;
    }

    /** @throws AwsException {@code InvalidParameter} naming the zones of the Region that can be used */
    void require(String region, String zoneId) {
        if (EXCLUDED.contains(zoneId)) {
            throw EndpointErrors.zoneWithoutRemoteAccess(supported(region));
        }
    }

    /** AWS's order is not known. */
    private List<String> supported(String region) {
        return regions.find(region).stream()
                .flatMap(found -> found.zones().stream())
                .map(AvailabilityZone::id)
                .filter(id -> !EXCLUDED.contains(id))
                .sorted()
                .toList();
    }
}

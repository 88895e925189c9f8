package io.vpclocal.endpointservice;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * AWS's own endpoint services (AWS documentation, AWS PrivateLink Guide: "AWS services that integrate with AWS
 * PrivateLink"). Every Region has all services, except those that exist in certain Regions only.
 */
@Component
public final class AwsServices implements ServiceSource {

    /** Loaded once and shared, because tests start many application contexts. */
    private static final class File {
        static final CatalogueFile CATALOGUE = CatalogueFile.read();
    }

    private final Regions regions;
    private final Map<String, List<EndpointService>> byRegion = new ConcurrentHashMap<>();

    /**
     * @param regions where zones and DNS suffixes of a Region are looked up
     */
    public AwsServices(Regions regions) {
        this.regions = regions;
    }

    /** The services the Region hosts, ordered by name; empty for a Region that does not exist. */
    public List<EndpointService> inRegion(String region) {
        return regions.find(region)
                .map(found -> byRegion.computeIfAbsent(region, name -> File.CATALOGUE.in(found)))
                .orElse(List.of());
    }

    /** AWS's services are visible to all accounts. */
    @Override
    public List<EndpointService> visible(Call call, String region) {
        return inRegion(region);
    }

    @Override
    public List<EndpointService> find(Call call, String region, String serviceName) {
        return find(region, serviceName);
    }

    /** The services of that name in the Region: none, one, or a Gateway and an Interface one. */
    @Override
    public List<EndpointService> find(String region, String serviceName) {
        return inRegion(region).stream()
                .filter(service -> service.name().equals(serviceName))
                .toList();
    }

    /** AWS's services never change. */
    @Override
    public boolean lock(EndpointService service) {
        return service.owner().equals(EndpointService.AMAZON);
    }

    /** The names of the Region's services in alphabetical order, each once. */
    public List<String> names(String region) {
        return inRegion(region).stream().map(EndpointService::name).distinct().toList();
    }

    /** The hosted zone of {@code <region>.vpce.amazonaws.com}. */
    static String hostedZoneId(String region) {
        String known = File.CATALOGUE.hostedZoneIds().get(region);
        return known != null ? known : StableIds.hostedZone("vpce/" + region);
    }
}

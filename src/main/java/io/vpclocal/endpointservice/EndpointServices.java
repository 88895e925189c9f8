package io.vpclocal.endpointservice;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All services, of AWS and of customers, that are visible to a caller. */
@Component
public class EndpointServices {

    private static final Comparator<EndpointService> BY_NAME =
            Comparator.comparing(EndpointService::name).thenComparing(EndpointService::type);

    private final List<ServiceSource> sources;

    EndpointServices(List<ServiceSource> sources) {
        this.sources = sources;
    }

    /**
     * The services that an endpoint of the caller can connect to: all of its own Region, and those of other Regions
     * with cross-Region access; by name.
     *
     * @param region where the services are hosted
     */
    public List<EndpointService> visible(Call call, String region) {
        return sources.stream()
                .flatMap(source -> source.visible(call, region).stream())
                .filter(service -> reachable(call, service))
                .sorted(BY_NAME)
                .toList();
    }

    /**
     * The service for a new endpoint of the caller.
     *
     * @param serviceRegion where it is hosted; null for the caller's Region
     * @param type a type constant of {@link EndpointService}, or any other value of a request
     * @throws AwsException {@code InvalidServiceName} if it does not exist or the caller may not connect to it, {@code
     *     InvalidParameter} if it is of another type
     */
    public EndpointService resolve(Call call, String serviceName, @Nullable String serviceRegion, String type) {
        String region = serviceRegion == null ? call.scope().region() : serviceRegion;
        List<EndpointService> found = sources.stream()
                .flatMap(source -> source.find(call, region, serviceName).stream())
                .filter(service -> reachable(call, service))
                .toList();
        if (found.isEmpty()) {
            throw type.equals(EndpointService.GATEWAY) && servesFromElsewhere(serviceName)
                    ? ServiceErrors.otherType(type, List.of(EndpointService.INTERFACE))
                    : ServiceErrors.noSuchService(serviceName);
        }
        return found.stream()
                .filter(service -> service.type().equals(type))
                .findFirst()
                .orElseThrow(() -> ServiceErrors.otherType(
                        type, found.stream().map(EndpointService::type).toList()));
    }

    /**
     * The service of an existing endpoint, without a permission check.
     *
     * @return empty if the service was deleted
     */
    public Optional<EndpointService> connected(String region, String serviceName, String type) {
        return named(region, serviceName)
                .filter(service -> service.type().equals(type))
                .findFirst();
    }

    /**
     * Locks a service until the transaction ends. If a VPC is locked too, it is locked first.
     *
     * @throws AwsException {@code InvalidServiceName} if it was deleted
     */
    public void lock(EndpointService service) {
        if (sources.stream().noneMatch(source -> source.lock(service))) {
            throw ServiceErrors.noSuchService(service.name());
        }
    }

    /** True if the service has both gateway and interface endpoints, as S3 and DynamoDB do. */
    public boolean hasGatewayAndInterface(String region, String serviceName) {
        return named(region, serviceName)
                        .map(EndpointService::type)
                        .filter(type -> type.equals(EndpointService.GATEWAY) || type.equals(EndpointService.INTERFACE))
                        .distinct()
                        .count()
                == 2;
    }

    /**
     * True if the name has another Region whose service has interfaces in all Regions. Recorded from AWS: a gateway endpoint
     * to it is of the wrong type, although an interface endpoint needs the service's Region to find it.
     */
    private boolean servesFromElsewhere(String serviceName) {
        String[] parts = serviceName.split("\\.");
        return parts.length > 3
                && named(parts[2], serviceName)
                        .anyMatch(service ->
                                service.crossRegion() && service.type().equals(EndpointService.INTERFACE));
    }

    private Stream<EndpointService> named(String region, String serviceName) {
        return sources.stream().flatMap(source -> source.find(region, serviceName).stream());
    }

    private static boolean reachable(Call call, EndpointService service) {
        return service.region().equals(call.scope().region()) || service.crossRegion();
    }
}

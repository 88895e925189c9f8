package io.vpclocal.endpointservice;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every service an endpoint can connect to, whoever hosts it, as far as a caller may know of it. */
@Component
public class EndpointServices {

    private static final Comparator<EndpointService> BY_NAME =
            Comparator.comparing(EndpointService::name).thenComparing(EndpointService::type);

    private final List<ServiceSource> sources;

    EndpointServices(List<ServiceSource> sources) {
        this.sources = sources;
    }

    /**
     * The services that an endpoint of the caller can connect to: all of its own Region, and those of others that serve
     * other Regions too; by name.
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
     * The service that a new endpoint of the caller shall connect to.
     *
     * @param serviceRegion where it is hosted; null for the caller's Region
     * @param type a type constant of {@link EndpointService}, or any other that a request may name
     * @throws AwsException {@code InvalidServiceName} if there is none or the caller may not connect to it,
     *     {@code InvalidParameter} if it is of another type
     */
    public EndpointService resolve(Call call, String serviceName, @Nullable String serviceRegion, String type) {
        String region = serviceRegion == null ? call.scope().region() : serviceRegion;
        List<EndpointService> found = sources.stream()
                .flatMap(source -> source.find(call, region, serviceName).stream())
                .filter(service -> reachable(call, service))
                .toList();
        if (found.isEmpty()) {
            throw ServiceErrors.noSuchService(serviceName);
        }
        return found.stream()
                .filter(service -> service.type().equals(type))
                .findFirst()
                .orElseThrow(() -> ServiceErrors.otherType(
                        type, found.stream().map(EndpointService::type).toList()));
    }

    /**
     * The service of an endpoint that exists already, whatever its owner has allowed or forbidden since.
     *
     * @return empty if the service is gone
     */
    public Optional<EndpointService> connected(String region, String serviceName, String type) {
        return named(region, serviceName)
                .filter(service -> service.type().equals(type))
                .findFirst();
    }

    /**
     * Keeps a service from being changed or deleted until the transaction ends. Who also holds a VPC has taken that first.
     *
     * @throws AwsException {@code InvalidServiceName} if it is gone
     */
    public void lock(EndpointService service) {
        if (sources.stream().noneMatch(source -> source.lock(service))) {
            throw ServiceErrors.noSuchService(service.name());
        }
    }

    /** True if the service can be reached both through a gateway and through interfaces, as S3 and DynamoDB can. */
    public boolean hasGatewayAndInterface(String region, String serviceName) {
        return named(region, serviceName)
                        .map(EndpointService::type)
                        .filter(type -> type.equals(EndpointService.GATEWAY) || type.equals(EndpointService.INTERFACE))
                        .distinct()
                        .count()
                == 2;
    }

    private Stream<EndpointService> named(String region, String serviceName) {
        return sources.stream().flatMap(source -> source.find(region, serviceName).stream());
    }

    private static boolean reachable(Call call, EndpointService service) {
        return service.region().equals(call.scope().region()) || service.crossRegion();
    }
}

package io.vpclocal.endpointservice;

import io.vpclocal.network.region.Region;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The DNS names of VPC endpoints and of the services that customers host, in the shape and order AWS gives them. */
public final class EndpointDnsNames {

    private EndpointDnsNames() {}

    /**
     * One {@code dnsEntrySet} item.
     *
     * @param name the DNS name; may start with {@code *.}
     * @param hostedZoneId {@code Z} and upper case letters and digits: the Region's zone, or the zone of a private name
     */
    public record DnsName(String name, String hostedZoneId) {}

    /**
     * The parts of one endpoint's DNS names.
     *
     * @param endpointId {@code vpce-} and 17 hex digits
     * @param token the 8 letters and digits that AWS adds to the endpoint id; chosen once per endpoint
     * @param serviceRegion the Region of the service
     * @param baseName the suffix of names; null for endpoints without names
     * @param wildcard whether names start with {@code *.}
     */
    public record Host(
            String endpointId,
            String token,
            String serviceRegion,
            @Nullable String baseName,
            boolean wildcard) {

        /** The host of an endpoint to the service. Gateway and Gateway Load Balancer endpoints have no names. */
        public static Host of(EndpointService service, String endpointId, String token) {
            boolean named = service.type().equals(EndpointService.INTERFACE)
                    && !service.dns().baseNames().isEmpty();
            return new Host(
                    endpointId,
                    token,
                    service.region(),
                    named ? service.dns().baseNames().get(0) : null,
                    service.dns().wildcard());
        }
    }

    /**
     * The names of an endpoint: the regional one, one per zone in the order given, then the private ones; none for a
     * Gateway or Gateway Load Balancer endpoint. An endpoint to a service of another Region has no zonal names (AWS
     * documentation, AWS PrivateLink Guide: "Cross-region enabled AWS services").
     *
     * @param zoneNames the zones of the endpoint's subnets, {@code us-east-1a}; without zones there are no names
     * @param privateNames those of the service, if private DNS is enabled
     */
    public static List<DnsName> of(Host host, List<String> zoneNames, List<String> privateNames) {
        if (zoneNames.isEmpty() || host.baseName() == null) {
            return List.of();
        }
        String first = (host.wildcard() ? "*." : "") + host.endpointId() + "-" + host.token();
        String domain = "." + host.baseName();
        String zone = AwsServices.hostedZoneId(host.serviceRegion());
        var regional = Stream.of(new DnsName(first + domain, zone));
        var zonal = zoneNames.stream()
                .filter(name -> name.startsWith(host.serviceRegion()))
                .map(name -> new DnsName(first + "-" + name + domain, zone));
        var own = privateNames.stream()
                .map(name -> new DnsName(name, StableIds.hostedZone(host.endpointId() + "/" + name)));
        return Stream.of(regional, zonal, own).flatMap(names -> names).toList();
    }

    /**
     * The service name of a customer's service.
     *
     * @param serviceId {@code vpce-svc-} and 17 hex digits
     */
    public static String customerServiceName(Region region, String serviceId) {
        String china = region.partition().equals("aws-cn") ? "cn." : "";
        return china + "com.amazonaws.vpce." + region.name() + "." + serviceId;
    }

    /** The base DNS name of a service that a customer hosts behind Network Load Balancers. */
    public static String customerBaseName(Region region, String serviceId) {
        return serviceId + "." + region.name() + ".vpce." + region.dnsSuffix();
    }

    /** The DNS name of a resource configuration through an endpoint. @param resourceId {@code rcfg-} and 17 digits */
    public static DnsName ofResource(String endpointId, String resourceId, String region) {
        return new DnsName(
                endpointId + "." + resourceId + "." + StableIds.hex(resourceId, 7) + ".vpc-lattice-rsc." + region
                        + ".on.aws",
                StableIds.hostedZone("vpc-lattice-rsc/" + region));
    }

    /** The id of an endpoint's association with a resource configuration. */
    public static String associationId(String endpointId, String resourceArn) {
        return "vpce-rsc-asc-0" + StableIds.hex(endpointId + "/" + resourceArn, 16);
    }
}

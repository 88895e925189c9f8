package io.vpclocal.endpointservice;

import io.vpclocal.network.region.Region;
import java.util.List;
import java.util.stream.Stream;

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
     * The names of an endpoint: the regional one, one per zone in the order given, then one per private name of the
     * service; none for a Gateway or Gateway Load Balancer endpoint. An endpoint to a service of another Region has no zonal names (AWS documentation, AWS PrivateLink Guide:
     * "Cross-region enabled AWS services").
     *
     * @param endpointId {@code vpce-} and 17 hex digits
     * @param token the 8 letters and digits that AWS adds to the endpoint id; chosen once per endpoint
     * @param zoneNames the zones of the endpoint's subnets, {@code us-east-1a}; without any there is no name at all
     * @param privateDns whether private DNS is enabled
     */
    public static List<DnsName> of(
            EndpointService service, String endpointId, String token, List<String> zoneNames, boolean privateDns) {
        if (zoneNames.isEmpty() || !service.type().equals(EndpointService.INTERFACE)) {
            return List.of();
        }
        String host = (service.dns().wildcard() ? "*." : "") + endpointId + "-" + token;
        String domain = "." + service.dns().baseNames().get(0);
        String zone = AwsServices.hostedZoneId(service.region());
        var regional = Stream.of(new DnsName(host + domain, zone));
        var zonal = zoneNames.stream()
                .filter(name -> name.startsWith(service.region()))
                .map(name -> new DnsName(host + "-" + name + domain, zone));
        var own = service.dns().privateNames().stream()
                .filter(name -> privateDns)
                .map(name -> new DnsName(name, StableIds.hostedZone(endpointId + "/" + name)));
        return Stream.of(regional, zonal, own).flatMap(names -> names).toList();
    }

    /**
     * The name consumers give for a service that a customer hosts.
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
}

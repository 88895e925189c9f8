package io.vpclocal.endpointservice;

import io.vpclocal.network.region.AvailabilityZone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that VPC endpoints can connect to, as DescribeVpcEndpointServices shows it.
 *
 * @param name the service name, {@code com.amazonaws.us-east-1.logs}; S3 and DynamoDB have two services of one name
 * @param id {@code vpce-svc-} and 17 hex digits
 * @param type one of the constants of this class
 * @param region the Region that hosts the service
 * @param owner {@code amazon}, or the account id of the provider
 * @param zones the zones in which an endpoint of the service may have a subnet
 * @param dns the DNS names of its endpoints
 * @param supportedIpAddressTypes {@code ipv4}, {@code ipv6} or both, in the order AWS sends
 * @param policySupported whether endpoints of the service can have a policy
 * @param acceptanceRequired whether the owner must accept each connection
 * @param crossRegion whether endpoints in other Regions may connect to it
 * @param prefixList name of the prefix list that routes to a gateway endpoint use; null unless a gateway service
 * @param payerResponsibility {@code ServiceOwner} if the owner pays for endpoints; null otherwise
 */
public record EndpointService(
        String name,
        String id,
        String type,
        String region,
        String owner,
        List<AvailabilityZone> zones,
        Dns dns,
        List<String> supportedIpAddressTypes,
        boolean policySupported,
        boolean acceptanceRequired,
        boolean crossRegion,
        @Nullable String prefixList,
        @Nullable String payerResponsibility) {

    /** The owner of every service of AWS. */
    public static final String AMAZON = "amazon";

    /** Type of a service with gateway endpoints. */
    public static final String GATEWAY = "Gateway";

    /** Type of a service with interface endpoints. */
    public static final String INTERFACE = "Interface";

    /** Type of a service behind a Gateway Load Balancer. */
    public static final String GATEWAY_LOAD_BALANCER = "GatewayLoadBalancer";

    /**
     * The DNS side of a service.
     *
     * @param baseNames the suffixes of endpoint names; the first one is used; empty for Gateway Load Balancers
     * @param privateNames the public names that resolve to an endpoint with private DNS inside its VPC; may be empty
     * @param verificationState state of the private names: {@code verified}, {@code pendingVerification}, {@code
     *     failed}; null without private names
     * @param wildcard whether endpoint names start with {@code *.}, as for S3
     */
    public record Dns(
            List<String> baseNames,
            List<String> privateNames,
            @Nullable String verificationState,
            boolean wildcard) {}

    /** True for services with gateway endpoints. */
    public boolean isGateway() {
        return type.equals(GATEWAY);
    }

    /** The service's label in endpoint names, {@code kinesis} for kinesis-streams; empty without names. */
    public String dnsLabel() {
        String base = dns.baseNames().isEmpty() ? "" : dns.baseNames().get(0);
        int end = base.indexOf("." + region + ".");
        return end < 0 ? "" : base.substring(0, end);
    }

    /** Always false: no service of AWS or of a customer sets it. */
    public boolean managesVpcEndpoints() {
        return false;
    }
}

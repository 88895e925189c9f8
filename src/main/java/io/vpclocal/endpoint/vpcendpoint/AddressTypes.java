package io.vpclocal.endpoint.vpcendpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address types of an endpoint and of its DNS records.
 *
 * @param ipAddressType {@code ipv4}, {@code ipv6} or {@code dualstack}
 * @param dnsRecordIpType one of those, or {@code service-defined}
 */
public record AddressTypes(String ipAddressType, String dnsRecordIpType) {

    public static final String IPV4 = "ipv4";
    public static final String IPV6 = "ipv6";
    static final String DUALSTACK = "dualstack";
    static final String SERVICE_DEFINED = "service-defined";

    /** AWS documentation, PrivateLink guide: "DNS record IP type"; for single families also our guess. */
    private static final Map<String, Set<String>> ANSWERS = Map.of(
            IPV4, Set.of(IPV4, SERVICE_DEFINED),
            IPV6, Set.of(IPV6, SERVICE_DEFINED),
            DUALSTACK, Set.of(IPV4, IPV6, DUALSTACK, SERVICE_DEFINED));

    /** The types of an interface endpoint from a request. DNS records follow the addresses by default. */
    public static AddressTypes ofInterface(@Nullable String ipAddressType, @Nullable String dnsRecordIpType) {
        String ip = ipAddressType == null ? IPV4 : ipAddressType;
        return new AddressTypes(ip, dnsRecordIpType == null ? ip : dnsRecordIpType).requireConsistent();
    }

    /** The types of a gateway endpoint, whose DNS names are the service's own. */
    public static AddressTypes ofGateway(@Nullable String ipAddressType, @Nullable String dnsRecordIpType) {
        return new AddressTypes(
                ipAddressType == null ? IPV4 : ipAddressType,
                dnsRecordIpType == null ? SERVICE_DEFINED : dnsRecordIpType);
    }

    /** A copy with a request's changes. DNS records that matched the addresses still match them. */
    public AddressTypes changedTo(@Nullable String newIpAddressType, @Nullable String newDnsRecordIpType) {
        String ip = newIpAddressType == null ? ipAddressType : newIpAddressType;
        String records = dnsRecordIpType.equals(ipAddressType) ? ip : dnsRecordIpType;
        return new AddressTypes(ip, newDnsRecordIpType == null ? records : newDnsRecordIpType);
    }

    public AddressTypes requireConsistent() {
        if (!ANSWERS.getOrDefault(ipAddressType, Set.of()).contains(dnsRecordIpType)) {
            throw EndpointErrors.recordTypeDoesNotFit(dnsRecordIpType, ipAddressType);
        }
        return this;
    }

    public boolean v4() {
        return !ipAddressType.equals(IPV6);
    }

    public boolean v6() {
        return !ipAddressType.equals(IPV4);
    }

    /** @param supported the address families that a service supports, {@code ipv4}, {@code ipv6} or both */
    public boolean supportedBy(List<String> supported) {
        return (!v4() || supported.contains(IPV4)) && (!v6() || supported.contains(IPV6));
    }
}

package io.vpclocal.network.transitgateway;

/** AWS's limits on transit gateways (Amazon VPC Transit Gateways guide, quotas and CIDR blocks). */
final class TransitLimits {

    static final int GATEWAYS_PER_REGION = 5;
    static final int GATEWAYS_PER_VPC = 5;
    static final int ROUTE_TABLES_PER_GATEWAY = 20;
    static final int STATIC_ROUTES_PER_GATEWAY = 10_000;
    static final int CIDR_BLOCKS_PER_GATEWAY = 5;
    static final int LONGEST_IPV4_BLOCK = 24;
    static final int LONGEST_IPV6_BLOCK = 64;
    static final int DESCRIPTION_LENGTH = 1024;
    /** The ASN of Amazon's side where none is given. */
    static final long DEFAULT_ASN = 64_512;

    private TransitLimits() {}

    /** True for the private ASNs. */
    static boolean amazonSideAsn(long asn) {
        return asn >= 64_512 && asn <= 65_534 || asn >= 4_200_000_000L && asn <= 4_294_967_294L;
    }
}

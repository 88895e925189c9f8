package io.vpclocal.network.vpngateway;

import java.util.Set;

/** AWS's limits on gateways of VPN connections (AWS Site-to-Site VPN User Guide, quotas). */
final class VpnGatewayLimits {

    static final int VPN_GATEWAYS_PER_REGION = 5;
    static final int CUSTOMER_GATEWAYS_PER_REGION = 50;
    static final int DEVICE_NAME_LENGTH = 255;
    /** The ASN of Amazon's side where none is given. */
    static final long DEFAULT_AMAZON_ASN = 64_512;
    /** The ASN of a customer's device where none is given. */
    static final long DEFAULT_CUSTOMER_ASN = 65_000;

    static final long LARGEST_SHORT_ASN = 2_147_483_647L;
    static final long LARGEST_ASN = 4_294_967_295L;

    private static final Set<Long> OLD_AMAZON_ASNS = Set.of(7224L, 9059L, 10_124L, 17_493L);

    private VpnGatewayLimits() {}

    /** True for the private ASNs, and for those that AWS used before 2018. */
    static boolean amazonSideAsn(long asn) {
        return asn >= 64_512 && asn <= 65_534
                || asn >= 4_200_000_000L && asn <= 4_294_967_294L
                || OLD_AMAZON_ASNS.contains(asn);
    }
}

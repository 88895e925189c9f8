package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import java.util.Set;

/** AWS's limits on VPN connections (AWS Site-to-Site VPN User Guide, quotas and tunnel options). */
final class VpnConnectionLimits {

    static final int PER_REGION = 50;
    static final int PER_VPN_GATEWAY = 10;

    /** The range of the addresses inside tunnels. */
    static final Cidr INSIDE = Cidr.parse("169.254.0.0/16").orElseThrow();

    static final int INSIDE_PREFIX = 30;

    private static final Set<String> RESERVED = Set.of(
            "169.254.0.0/30",
            "169.254.1.0/30",
            "169.254.2.0/30",
            "169.254.3.0/30",
            "169.254.4.0/30",
            "169.254.5.0/30",
            "169.254.169.252/30");

    private VpnConnectionLimits() {}

    /** True if a tunnel can have this block for its inside addresses. */
    static boolean insideBlock(Cidr block) {
        return block.prefix() == INSIDE_PREFIX && INSIDE.contains(block) && !RESERVED.contains(block.toString());
    }
}

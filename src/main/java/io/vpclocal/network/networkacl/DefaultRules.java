package io.vpclocal.network.networkacl;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;
import java.util.List;

/** The entries that AWS creates (Amazon VPC User Guide: "Default network ACL", "Custom network ACLs"). */
final class DefaultRules {

    private DefaultRules() {}

    /** The entries of a new ACL. */
    static void create(NetworkAclEntity acl, boolean ipv6) {
        for (boolean egress : new boolean[] {true, false}) {
            if (acl.isDefault()) {
                acl.put(allowV4(egress));
            }
            acl.put(denyV4(egress));
        }
        if (ipv6) {
            addIpv6(acl);
        }
    }

    /** The entries that a VPC's first IPv6 block adds. A direction of the default ACL that was changed gets none. */
    static void addIpv6(NetworkAclEntity acl) {
        for (boolean egress : new boolean[] {true, false}) {
            if (acl.isDefault() && acl.rules(egress).equals(List.of(allowV4(egress), denyV4(egress)))) {
                acl.put(all(NetworkAclLimits.DEFAULT_V6, egress, true, NetworkAclLimits.ANYWHERE_V6));
            }
            acl.put(all(NetworkAclLimits.LAST_V6, egress, false, NetworkAclLimits.ANYWHERE_V6));
        }
    }

    private static NetworkAclRule allowV4(boolean egress) {
        return all(NetworkAclLimits.DEFAULT_V4, egress, true, NetworkAclLimits.ANYWHERE_V4);
    }

    private static NetworkAclRule denyV4(boolean egress) {
        return all(NetworkAclLimits.LAST_V4, egress, false, NetworkAclLimits.ANYWHERE_V4);
    }

    private static NetworkAclRule all(int number, boolean egress, boolean allow, Cidr cidr) {
        return new NetworkAclRule(number, egress, allow, RuleTraffic.ALL, cidr);
    }
}

package io.vpclocal.network.networkacl;

import io.vpclocal.network.Cidr;

/** AWS's limits on network ACLs and the rule numbers it reserves (Amazon VPC User Guide, "Network ACLs", quotas). */
final class NetworkAclLimits {

    static final int ACLS_PER_VPC = 200;

    /** For each direction. The last entry, which every ACL has, does not count. */
    static final int RULES_PER_DIRECTION = 20;

    static final int FIRST_NUMBER = 1;
    static final int LAST_NUMBER = 32_766;

    /** The entries that allow everything in a default ACL. */
    static final int DEFAULT_V4 = 100;

    static final int DEFAULT_V6 = 101;

    /** The last entries, which deny all other traffic. */
    static final int LAST_V4 = 32_767;

    static final int LAST_V6 = 32_768;

    static final Cidr ANYWHERE_V4 = Cidr.parse("0.0.0.0/0").orElseThrow();
    static final Cidr ANYWHERE_V6 = Cidr.parse("::/0").orElseThrow();

    private NetworkAclLimits() {}
}

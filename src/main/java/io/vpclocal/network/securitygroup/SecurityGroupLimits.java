package io.vpclocal.network.securitygroup;

import java.util.regex.Pattern;

/** AWS's limits on security groups (Amazon VPC User Guide, quotas; EC2 API Reference, CreateSecurityGroup). */
final class SecurityGroupLimits {

    static final String DEFAULT_NAME = "default";
    static final String DEFAULT_DESCRIPTION = "default VPC security group";
    static final int GROUPS_PER_REGION = 2500;

    /** For each direction. IPv4 and IPv6 are counted separately. */
    static final int RULES_PER_GROUP = 60;

    /** Length of names and descriptions of groups and rules. */
    static final Pattern TEXT = Pattern.compile("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}");

    private SecurityGroupLimits() {}
}

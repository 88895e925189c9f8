package io.vpclocal.network.prefixlist;

import java.util.List;

/** AWS's limits on customer-managed prefix lists (Amazon VPC User Guide, quotas; API reference). */
final class PrefixListLimits {

    static final int LISTS_PER_REGION = 100;
    static final int ENTRIES = 1000;
    static final int ENTRIES_PER_REQUEST = 100;
    static final int VERSIONS = 1000;
    static final int NAME_LENGTH = 255;
    static final int DESCRIPTION_LENGTH = 255;

    /** The beginnings of the names of AWS's own lists. Recorded: the dots belong to them. */
    static final List<String> RESERVED_NAMES = List.of("com.amazonaws.", "com.amazon.", "com.aws.");

    private PrefixListLimits() {}
}

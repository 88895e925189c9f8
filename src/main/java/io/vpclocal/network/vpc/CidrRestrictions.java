package io.vpclocal.network.vpc;

import io.vpclocal.network.Cidr;
import java.util.List;

/** The IPv4 blocks that a VPC cannot have (AWS documentation, VPC User Guide: VPC CIDR blocks). */
final class CidrRestrictions {

    /** The private address ranges of RFC 1918. */
    private static final List<Cidr> PRIVATE =
            List.of(range("10.0.0.0/8"), range("172.16.0.0/12"), range("192.168.0.0/16"));

    private static final Cidr DEFAULT_VPC = range("172.31.0.0/16");
    private static final Cidr AWS_SERVICES = range("198.19.0.0/16");
    private static final Cidr FIRST_OF_TEN = range("10.0.0.0/16");
    private static final Cidr FIRST_TWO_OF_TEN = range("10.0.0.0/15");

    /** Recorded from AWS: no VPC has a block from these ranges. 100.64.0.0/10 and 240.0.0.0/4 are permitted. */
    private static final List<Cidr> NEVER =
            List.of(range("0.0.0.0/8"), range("127.0.0.0/8"), range("169.254.0.0/16"), range("224.0.0.0/4"));

    private CidrRestrictions() {}

    static boolean never(Cidr block) {
        return NEVER.stream().anyMatch(block::overlaps);
    }

    /**
     * Whether a VPC can get a block in addition to its own.
     *
     * @param present the IPv4 blocks of the VPC
     */
    static boolean permit(List<Cidr> present, Cidr added) {
        if (AWS_SERVICES.contains(added)) {
            return present.stream().allMatch(AWS_SERVICES::contains);
        }
        return PRIVATE.stream()
                .filter(range -> range.contains(added))
                .findFirst()
                .map(range -> present.stream().anyMatch(range::contains) && !reserved(present, added))
                .orElse(true);
    }

    private static boolean reserved(List<Cidr> present, Cidr added) {
        return DEFAULT_VPC.contains(added)
                || (FIRST_OF_TEN.contains(added) && present.stream().anyMatch(FIRST_TWO_OF_TEN::contains));
    }

    private static Cidr range(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}

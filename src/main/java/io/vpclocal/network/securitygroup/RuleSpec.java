package io.vpclocal.network.securitygroup;

import org.jspecify.annotations.Nullable;

/** What a rule allows, whether or not there is such a rule. */
record RuleSpec(
        RuleTraffic traffic, RulePeer peer, @Nullable String description) {

    RuleSpec(RuleTraffic traffic, RulePeer peer) {
        this(traffic, peer, null);
    }

    /** True if both allow the same; descriptions do not count. */
    boolean sameAs(RuleSpec other) {
        return traffic.equals(other.traffic) && peer.equals(other.peer);
    }
}

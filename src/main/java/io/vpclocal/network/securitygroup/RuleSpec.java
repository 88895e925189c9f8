package io.vpclocal.network.securitygroup;

import io.vpclocal.network.RuleTraffic;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule allows, whether or not there is such a rule.
 *
 * @param behind where the peer is, if it is a group of another VPC
 */
record RuleSpec(
        RuleTraffic traffic,
        RulePeer peer,
        @Nullable String description,
        @Nullable PeerGroup behind) {

    RuleSpec(RuleTraffic traffic, RulePeer peer, @Nullable String description) {
        this(traffic, peer, description, null);
    }

    RuleSpec(RuleTraffic traffic, RulePeer peer) {
        this(traffic, peer, null);
    }

    RuleSpec withPeer(PeerGroup group) {
        return new RuleSpec(traffic, peer, description, group);
    }

    /** What makes rules the same: a description does not tell them apart. */
    RuleSpec withoutDescription() {
        return new RuleSpec(traffic, peer);
    }

    boolean sameAs(RuleSpec other) {
        return withoutDescription().equals(other.withoutDescription());
    }

    /** As AWS's messages put it. */
    String inWords() {
        String ports = "";
        if (traffic.tcpOrUdp()) {
            ports = ", from port: " + traffic.from() + ", to port: " + traffic.to();
        } else if (traffic.icmp()) {
            ports = ", type: " + orAll(traffic.from()) + ", code: " + orAll(traffic.to());
        }
        String protocol =
                traffic.protocol() == -1 ? "ALL" : traffic.protocolName().toUpperCase(Locale.ROOT);
        return "peer: " + peer.text() + ", " + protocol + ports + ", ALLOW";
    }

    private static String orAll(int number) {
        return number == -1 ? "ALL" : String.valueOf(number);
    }
}

package io.vpclocal.network.securitygroup;

import io.vpclocal.network.RuleTraffic;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The content of a rule, stored or requested.
 *
 * @param behind the location of a peer group in another VPC
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

    /** The identity of a rule, without its description. */
    RuleSpec withoutDescription() {
        return new RuleSpec(traffic, peer);
    }

    boolean sameAs(RuleSpec other) {
        return withoutDescription().equals(other.withoutDescription());
    }

    /** The text for AWS's messages. */
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

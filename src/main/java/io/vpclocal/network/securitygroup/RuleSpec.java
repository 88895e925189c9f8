package io.vpclocal.network.securitygroup;

import io.vpclocal.network.RuleTraffic;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a rule allows, whether or not there is such a rule. */
record RuleSpec(
        RuleTraffic traffic, RulePeer peer, @Nullable String description) {

    RuleSpec(RuleTraffic traffic, RulePeer peer) {
        this(traffic, peer, null);
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

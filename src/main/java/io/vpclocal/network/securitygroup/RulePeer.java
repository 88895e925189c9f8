package io.vpclocal.network.securitygroup;

import io.vpclocal.network.Cidr;

/** The other end of the traffic that a rule allows: the source of an inbound rule, the destination of an outbound one. */
public sealed interface RulePeer {

    /** The stored text, which AWS's messages show: a CIDR block or an id. */
    String text();

    /** Parses {@link #text()}. */
    static RulePeer parse(String text) {
        if (text.startsWith("sg-")) {
            return new Group(text);
        }
        if (text.startsWith("pl-")) {
            return new PrefixList(text);
        }
        return new Range(Cidr.parse(text).orElseThrow());
    }

    /** The addresses of a CIDR block, IPv4 or IPv6. */
    record Range(Cidr cidr) implements RulePeer {
        @Override
        public String text() {
            return cidr.toString();
        }
    }

    /** The current addresses of a managed prefix list. */
    record PrefixList(String id) implements RulePeer {
        @Override
        public String text() {
            return id;
        }
    }

    /** The private addresses of the network interfaces in a security group. */
    record Group(String id) implements RulePeer {
        @Override
        public String text() {
            return id;
        }
    }
}

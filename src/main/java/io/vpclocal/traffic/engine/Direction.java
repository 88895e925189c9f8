package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;

/** The direction of a packet at a network interface or subnet. */
public enum Direction {
    INGRESS("ingress", "inbound", "from"),
    EGRESS("egress", "outbound", "to");

    private final String wireName;
    final String adjective;
    final String preposition;

    Direction(String wireName, String adjective, String preposition) {
        this.wireName = wireName;
        this.adjective = adjective;
        this.preposition = preposition;
    }

    /** The word flow logs use: {@code ingress} or {@code egress}. */
    public String wireName() {
        return wireName;
    }

    IpAddress remote(Packet packet) {
        return this == EGRESS ? packet.destination() : packet.source();
    }
}

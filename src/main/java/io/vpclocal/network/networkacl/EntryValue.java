package io.vpclocal.network.networkacl;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The stored values of an entry under its key. */
@Embeddable
record EntryValue(
        @Column(nullable = false) boolean allowed,
        @Column(nullable = false) int protocol,
        @Column(nullable = false) int fromPort,
        @Column(nullable = false) int toPort,
        @Column(nullable = false, length = 64) String cidr) {

    static EntryValue of(NetworkAclRule rule) {
        return new EntryValue(
                rule.allow(),
                rule.traffic().protocol(),
                rule.traffic().from(),
                rule.traffic().to(),
                rule.cidr().toString());
    }

    NetworkAclRule toRule(EntryKey key) {
        return new NetworkAclRule(
                key.ruleNumber(),
                key.egress(),
                allowed,
                new RuleTraffic(protocol, fromPort, toPort),
                Cidr.parse(cidr).orElseThrow());
    }
}

package io.vpclocal.network.dhcpoptions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One value of one option. */
@Embeddable
record DhcpOption(
        @Column(nullable = false, length = 64) String optionKey,
        @Column(nullable = false, length = 1024) String optionValue) {}

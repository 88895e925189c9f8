package io.vpclocal.network.networkacl;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The unique key of an entry in its ACL. */
@Embeddable
record EntryKey(
        @Column(nullable = false) boolean egress,
        @Column(nullable = false) int ruleNumber) {}

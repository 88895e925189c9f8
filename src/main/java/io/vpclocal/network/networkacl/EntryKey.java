package io.vpclocal.network.networkacl;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What is unique among an ACL's entries. */
@Embeddable
record EntryKey(
        @Column(nullable = false) boolean egress,
        @Column(nullable = false) int ruleNumber) {}

package io.vpclocal.endpointservice.hosted;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A service's private DNS name, and the TXT record that proves the ownership of the domain.
 *
 * @param name the name that consumers' VPCs resolve; may start with {@code *.}
 * @param state {@code pendingVerification}, {@code verified} or {@code failed}
 * @param recordName first label of the TXT record's name: {@code _} and 20 letters and digits
 * @param recordValue the value of the TXT record: {@code vpce:} and 20 letters and digits
 */
@Embeddable
record PrivateName(
        @Column(name = "private_dns_name", length = 255) String name,
        @Column(name = "private_dns_state", length = 32) String state,
        @Column(name = "verification_name", length = 32) String recordName,
        @Column(name = "verification_value", length = 32) String recordValue) {

    static final String PENDING = "pendingVerification";
    static final String VERIFIED = "verified";
    static final String FAILED = "failed";

    PrivateName in(String newState) {
        return new PrivateName(name, newState, recordName, recordValue);
    }
}

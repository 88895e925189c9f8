package io.vpclocal.traffic.instance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Options of a launch that have no effect, because no machine runs, and so are only stored and described.
 *
 * @param coreCount null for that of the instance type, as the next two
 */
@Embeddable
record LaunchOptions(
        @Column(nullable = false, updatable = false) boolean hibernation,
        @Column(nullable = false, updatable = false) boolean enclave,
        @Column(updatable = false) @Nullable Integer coreCount,
        @Column(updatable = false) @Nullable Integer threadsPerCore,
        @Column(updatable = false, length = 16) @Nullable String amdSevSnp,

        @Column(nullable = false, updatable = false, length = 16)
        String autoRecovery,

        @Column(nullable = false, updatable = false, length = 32)
        String capacityPreference) {}

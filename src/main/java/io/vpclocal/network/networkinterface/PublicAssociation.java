package io.vpclocal.network.networkinterface;

import org.jspecify.annotations.Nullable;

/**
 * A public IPv4 address that is associated with a private one.
 *
 * @param publicIp dotted decimal
 * @param associationId {@code eipassoc-…}; null for an address that an instance got at its launch
 * @param allocationId the Elastic IP address, {@code eipalloc-…}; null for an address that an instance got at its
 *     launch
 * @param ipOwnerId the account that owns the address, or {@code amazon}
 */
public record PublicAssociation(
        String publicIp,
        @Nullable String associationId,
        @Nullable String allocationId,
        String ipOwnerId) {}

package io.vpclocal.protocol;

import java.time.Instant;

/**
 * A call of an AWS service that is not emulated.
 *
 * @param service its name in the signature's credential scope, or the prefix of {@code X-Amz-Target}
 * @param action its name, or method and path for REST services
 * @param region the Region that the call is signed for; empty if it is not signed
 */
public record UnknownCall(
        String id, String service, String action, String region, WireRequest wire, Instant receivedAt) {}

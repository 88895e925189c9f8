package io.vpclocal.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished call of a service that is not emulated. The upstream answered it, or the emulator answered with an error.
 *
 * @param receivedAt when it arrived, by the emulator's clock
 * @param service the service's signing name
 * @param action the operation; method and path if they alone tell it
 * @param wire the request; without its body if that was not kept
 * @param error code of the error that was answered; null if the call succeeded
 * @param durationMicros from the request's headers to the end of the answer
 * @param decisions the policy decisions, one per permission that the call needs
 */
public record ForwardedCall(
        Instant receivedAt,
        String requestId,
        String service,
        String action,
        Caller caller,
        Scope scope,
        WireRequest wire,
        @Nullable String error,
        @Nullable String message,
        long durationMicros,
        List<AccessDecision> decisions) {}

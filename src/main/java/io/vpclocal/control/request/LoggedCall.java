package io.vpclocal.control.request;

import io.vpclocal.protocol.AccessDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that was answered.
 *
 * @param time when it arrived, by the emulator's clock
 * @param caller ARN of who called; empty, like the account, for calls of services that are not emulated
 * @param parameters as far as they are short and no secrets
 * @param error code of the error that was answered; null if the call succeeded
 * @param durationMicros how long it took, without reading the request and writing the answer
 * @param decisions what policies said of each permission that the call needs; root users have them all
 */
record LoggedCall(
        Instant time,
        String requestId,
        String service,
        String action,
        String caller,
        String account,
        String region,
        Map<String, String> parameters,
        @Nullable String error,
        @Nullable String message,
        long durationMicros,
        List<AccessDecision> decisions) {

    /** Whether a policy was asked and did not allow it. */
    boolean denied() {
        return decisions.stream().anyMatch(decision -> !decision.allowed());
    }
}

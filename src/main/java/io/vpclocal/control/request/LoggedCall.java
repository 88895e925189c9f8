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
 * @param caller ARN of the caller; {@code anonymous}, like the account, if the sender is unknown
 * @param parameters as they were sent, JSON as JSON, without secrets; long ones are cut
 * @param error error code of the answer; null if the call succeeded
 * @param durationMicros the duration without reading the request and writing the answer
 * @param decisions the policy decision for each permission of the call; empty for root users
 */
record LoggedCall(
        Instant time,
        String requestId,
        String service,
        String action,
        String caller,
        String account,
        String region,
        Map<String, @Nullable Object> parameters,
        @Nullable String error,
        @Nullable String message,
        long durationMicros,
        List<AccessDecision> decisions) {

    /** Whether a policy check denied the permission. */
    boolean denied() {
        return decisions.stream().anyMatch(decision -> !decision.allowed());
    }
}

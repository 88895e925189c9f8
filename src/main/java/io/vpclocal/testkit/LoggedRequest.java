package io.vpclocal.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that the emulator answered.
 *
 * @param time when it arrived, by the emulator's clock
 * @param service signing name such as {@code ec2}
 * @param caller ARN of the caller; {@code anonymous}, like the account, if the sender is unknown
 * @param parameters as they were sent, without secrets: strings, and for JSON also numbers, lists and maps
 * @param error code of the answer; null if the call succeeded
 * @param decisions the policy decisions; empty for root users, to whom policies do not apply
 */
public record LoggedRequest(
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
        List<Decision> decisions) {

    /**
     * One policy decision and its reason.
     *
     * @param resource ARN of the checked resource, or {@code *}
     * @param reason for a denial, in AWS's words; else empty
     * @param policy ARN or name of the policy that decided; null if none did
     * @param statement its Sid, or its position in the policy
     */
    public record Decision(
            String action,
            String resource,
            boolean allowed,
            String reason,
            @Nullable String policy,
            @Nullable String statement) {}

    /** Whether a policy check denied the permission. */
    public boolean denied() {
        return decisions.stream().anyMatch(decision -> !decision.allowed());
    }
}

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
 * @param caller ARN of who called
 * @param parameters as far as they are short and no secrets
 * @param error code of the error that was answered; null if the call succeeded
 * @param decisions what policies said; empty for root users, whom no policy restrains
 */
public record LoggedRequest(
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
        List<Decision> decisions) {

    /**
     * Whether a policy allowed it, and why.
     *
     * @param resource ARN of what it was checked against, or {@code *}
     * @param reason for a denial, in AWS's words; else empty
     * @param policy ARN or name of the policy that decided; null if none did
     * @param statement its Sid, or its place in the policy
     */
    public record Decision(
            String action,
            String resource,
            boolean allowed,
            String reason,
            @Nullable String policy,
            @Nullable String statement) {}

    /** Whether a policy was asked and did not allow it. */
    public boolean denied() {
        return decisions.stream().anyMatch(decision -> !decision.allowed());
    }
}

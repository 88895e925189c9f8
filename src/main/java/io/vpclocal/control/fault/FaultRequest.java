package io.vpclocal.control.fault;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.protocol.AwsService;
import org.jspecify.annotations.Nullable;

/**
 * A fault rule as a request describes it: which calls fail or wait, and how.
 *
 * @param service signing name such as {@code ec2}; null or {@code *} for all
 * @param action an action, or a prefix followed by {@code *}; null for all
 * @param account null for all
 * @param region null for all
 * @param throttling true to answer with the service's throttling error
 * @param code the error code of the answer; null to only wait
 * @param message the error's text
 * @param status the error's HTTP status; 400 if null
 * @param probability the probability that a call is hit, from 0 to 1; 1 if null
 * @param seed makes every run hit the same calls
 * @param count the maximum number of calls to hit; null for any number
 * @param latencyMillis how long a hit call waits first; no wait if null
 */
record FaultRequest(
        @Nullable String service,
        @Nullable String action,
        @Nullable String account,
        @Nullable String region,
        @Nullable Boolean throttling,
        @Nullable String code,
        @Nullable String message,
        @Nullable Integer status,
        @Nullable Double probability,
        @Nullable Long seed,
        @Nullable Integer count,
        @Nullable Long latencyMillis) {

    private static final String ALL = "*";
    private static final long LONGEST = 600_000;

    /** @throws io.vpclocal.protocol.AwsException if the rule is invalid */
    FaultRequest checked() {
        if (service != null
                && !service.equals(ALL)
                && AwsService.bySigningName(service).isEmpty()) {
            throw ControlErrors.invalid("The service '" + service + "' does not exist.");
        }
        if (probability != null && !(probability >= 0 && probability <= 1)) {
            throw ControlErrors.invalid("The probability must be from 0 to 1.");
        }
        if (count != null && count < 1) {
            throw ControlErrors.invalid("The count must be 1 or more.");
        }
        if (status != null && (status < 400 || status > 599)) {
            throw ControlErrors.invalid("The status must be from 400 to 599.");
        }
        if (latencyMillis != null && (latencyMillis < 0 || latencyMillis > LONGEST)) {
            throw ControlErrors.invalid("The latency must be from 0 to " + LONGEST + " milliseconds.");
        }
        if (throttles() == (code != null) && (throttles() || latency() == 0)) {
            throw ControlErrors.invalid("A rule needs an effect: either throttling or a code, or a latency.");
        }
        return this;
    }

    boolean throttles() {
        return Boolean.TRUE.equals(throttling);
    }

    long latency() {
        return latencyMillis == null ? 0 : latencyMillis;
    }

    double likelihood() {
        return probability == null ? 1 : probability;
    }

    boolean means(AwsService called, String calledAction, String itsAccount, String itsRegion) {
        return (service == null || service.equals(ALL) || service.equals(called.signingName()))
                && (action == null || fits(action, calledAction))
                && (account == null || account.equals(itsAccount))
                && (region == null || region.equals(itsRegion));
    }

    private static boolean fits(String pattern, String text) {
        return pattern.endsWith(ALL)
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }
}

package io.vpclocal.testkit;

import java.time.Duration;

/**
 * A rule that makes calls fail or wait: {@code Fault.on("ec2", "CreateVpcEndpoint").throttling().times(2)}. Rules added
 * through an account's control client apply to that account.
 */
public final class Fault {

    private final Members members;

    private Fault(Members members) {
        this.members = members;
    }

    /** Calls of any action of a service. @param service signing name such as {@code ec2}; {@code *} for all */
    public static Fault on(String service) {
        return new Fault(Members.NONE.with("service", service));
    }

    /** @param action an action, or a prefix followed by {@code *} */
    public static Fault on(String service, String action) {
        return on(service).with("action", action);
    }

    /** Answers with the service's throttling error. */
    public Fault throttling() {
        return with("throttling", true);
    }

    /** @param status of the HTTP answer, from 400 to 599 */
    public Fault error(String code, String message, int status) {
        return with("code", code).with("message", message).with("status", status);
    }

    /** The time that a call waits before it is answered. */
    public Fault latency(Duration latency) {
        return with("latencyMillis", latency.toMillis());
    }

    /** @param probability the probability that a call is hit, from 0 to 1 */
    public Fault probability(double probability, long seed) {
        return with("probability", probability).with("seed", seed);
    }

    /** The maximum number of calls to hit. */
    public Fault times(int count) {
        return with("count", count);
    }

    /** Sets any other member of the rule, see the control API. */
    public Fault with(String name, Object value) {
        return new Fault(members.with(name, value));
    }

    Members members() {
        return members;
    }
}

package io.vpclocal.testkit;

import java.time.Duration;

/**
 * A rule that makes calls fail or wait: {@code Fault.on("ec2", "CreateVpcEndpoint").throttling().times(2)}. Rules added
 * through a control client of an account concern that account.
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

    /** @param action an action, or its beginning and {@code *} */
    public static Fault on(String service, String action) {
        return on(service).with("action", action);
    }

    /** Answered as the service does when calls come too fast. */
    public Fault throttling() {
        return with("throttling", true);
    }

    /** @param status of the HTTP answer, from 400 to 599 */
    public Fault error(String code, String message, int status) {
        return with("code", code).with("message", message).with("status", status);
    }

    /** How long a call waits first. */
    public Fault latency(Duration latency) {
        return with("latencyMillis", latency.toMillis());
    }

    /** @param probability how likely a call is hit, from 0 to 1 */
    public Fault probability(double probability, long seed) {
        return with("probability", probability).with("seed", seed);
    }

    /** How many calls are hit at most. */
    public Fault times(int count) {
        return with("count", count);
    }

    /** Any other member of the rule, as the emulator's API documents it. */
    public Fault with(String name, Object value) {
        return new Fault(members.with(name, value));
    }

    Members members() {
        return members;
    }
}

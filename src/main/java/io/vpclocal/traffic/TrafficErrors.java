package io.vpclocal.traffic;

import io.vpclocal.protocol.AwsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The errors of the traffic API. */
final class TrafficErrors {

    static final String INDEX = "index";
    private static final int NOT_FOUND = 404;

    private TrafficErrors() {}

    static AwsException malformedBody(String message) {
        return new AwsException("MalformedBody", message);
    }

    static AwsException invalid(String message) {
        return new AwsException("InvalidParameter", message);
    }

    static AwsException missing(String member) {
        return new AwsException("MissingParameter", "A flow needs '" + member + "'.");
    }

    static AwsException generatorNeeds(String member) {
        return new AwsException("MissingParameter", "A generator needs '" + member + "'.");
    }

    static AwsException tooManyGenerators() {
        return new AwsException(
                "LimitExceeded", "An account has " + TrafficLimits.GENERATORS + " generators per Region at most.");
    }

    static AwsException noSuchGenerator(String id) {
        return new AwsException(
                "NoSuchGenerator", "The generator '" + id + "' does not exist in this account and Region.", NOT_FOUND);
    }

    static AwsException notAnAddress(String text) {
        return invalid("'" + text + "' is not an address that traffic can come from or go to.");
    }

    static AwsException nobodyHas(String address, @Nullable String vpcId) {
        return invalid("No network interface " + (vpcId == null ? "" : "of " + vpcId + " ") + "has the private address "
                + address + ", so it cannot be a source.");
    }

    static AwsException unresolvable(String message) {
        return new AwsException("UnresolvableFlow", message);
    }

    static AwsException outOfRange(String member, long least, long most) {
        return invalid("'" + member + "' must be from " + least + " to " + most + ".");
    }

    static AwsException timeOutsideWindow(Instant start, Duration past, Duration future) {
        return invalid("The start " + start + " is more than " + past.toDays() + " days in the past or more than "
                + future.toHours() + " hours in the future.");
    }

    /** The same error with the number of the flow in the request. */
    static AwsException at(int index, AwsException refusal) {
        return new AwsException(refusal.code(), refusal.text(), refusal.status(), Map.of(INDEX, index));
    }
}

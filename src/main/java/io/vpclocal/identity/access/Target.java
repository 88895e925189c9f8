package io.vpclocal.identity.access;

import io.vpclocal.protocol.ResourceAttributes.Attributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A resource that a call is checked against.
 *
 * @param type as in the table of actions; empty for {@code *}
 * @param arn its ARN, or {@code *}
 * @param attributes finds out what policies may ask of it, when one does
 */
public record Target(String type, String arn, Supplier<Attributes> attributes) {

    private static final Attributes NONE = new Attributes(Map.of(), Map.of());
    private static final Supplier<Attributes> NOTHING = () -> NONE;

    /** Nothing in particular. */
    static final Target ANY = new Target("", "*", NOTHING);

    /** A resource that is about to be made, so that there is nothing to ask of it. */
    static Target made(String type, String arn) {
        return new Target(type, arn, NOTHING);
    }

    /** True if there is nothing to ask of it. */
    boolean made() {
        return attributes == NOTHING;
    }

    /** A resource that may or may not exist. */
    static Target existing(String type, String arn, Supplier<Optional<Attributes>> attributes) {
        return new Target(type, arn, () -> attributes.get().orElse(NONE));
    }
}

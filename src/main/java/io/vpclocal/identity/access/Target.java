package io.vpclocal.identity.access;

import io.vpclocal.protocol.ResourceAttributes.Attributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A resource that a call is checked against.
 *
 * @param type as in the action table; empty for {@code *}
 * @param arn its ARN, or {@code *}
 * @param attributes looks up the resource's tags and attributes on demand
 */
public record Target(String type, String arn, Supplier<Attributes> attributes) {

    private static final Attributes NONE = new Attributes(Map.of(), Map.of());
    private static final Supplier<Attributes> NOTHING = () -> NONE;

    /** The target {@code *}. */
    static final Target ANY = new Target("", "*", NOTHING);

    /** A resource to be created. It has no attributes yet. */
    static Target made(String type, String arn) {
        return new Target(type, arn, NOTHING);
    }

    /** True if it has no attributes. */
    boolean made() {
        return attributes == NOTHING;
    }

    /** A named resource, which may or may not exist. */
    static Target existing(String type, String arn, Supplier<Optional<Attributes>> attributes) {
        return new Target(type, arn, () -> attributes.get().orElse(NONE));
    }
}

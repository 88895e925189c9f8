package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Told of every call whose caller is known: to record it, or to make it fail on purpose. Its action may be one that there
 * is not.
 */
public interface CallListener {

    /** Before permissions are checked. May throw an {@link AwsException}, which becomes the answer. */
    default void before(Call call) {}

    /** @param error null if the call succeeded */
    default void after(Call call, @Nullable AwsException error) {}
}

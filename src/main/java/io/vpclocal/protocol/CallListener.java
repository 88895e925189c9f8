package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/** Receives every call. A listener can record an authenticated call or make it fail. The action may be unknown. */
public interface CallListener {

    /** Called before permissions are checked. An {@link AwsException} thrown here becomes the response. */
    default void before(Call call) {}

    /** @param error null if the call succeeded */
    default void after(Call call, @Nullable AwsException error) {}

    /** Called instead of the others if the sender is not authenticated. */
    default void refused(RefusedCall call, AwsException error) {}
}

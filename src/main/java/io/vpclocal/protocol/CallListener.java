package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/** Receives every authenticated call. A listener can record the call or make it fail. The action may be unknown. */
public interface CallListener {

    /** Called before permissions are checked. An {@link AwsException} thrown here becomes the response. */
    default void before(Call call) {}

    /** @param error null if the call succeeded */
    default void after(Call call, @Nullable AwsException error) {}
}

package io.vpclocal.protocol;

import software.amazon.awssdk.core.SdkPojo;

/** Decides whether a caller is allowed to make a call. Implemented by the identity module. */
public interface Authorizer {

    /** @throws AwsException if policies do not allow the call, with the service's error text */
    void authorize(Call call, SdkPojo request);
}

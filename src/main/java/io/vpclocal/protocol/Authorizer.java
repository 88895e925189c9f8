package io.vpclocal.protocol;

import software.amazon.awssdk.core.SdkPojo;

/** Decides whether a caller may do what a request asks. Implemented by the identity module. */
public interface Authorizer {

    /** @throws AwsException if a policy does not allow the call, worded as the service words it */
    void authorize(Call call, SdkPojo request);
}

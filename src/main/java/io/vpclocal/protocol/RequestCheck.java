package io.vpclocal.protocol;

import software.amazon.awssdk.core.SdkPojo;

/** A check of the form of every request. AWS makes it before it answers a dry run. */
public interface RequestCheck {

    /** @throws AwsException if the request is not well formed */
    void check(ActionDefinition action, SdkPojo request);
}

package io.vpclocal.compute.type;

import io.vpclocal.protocol.AwsException;
import java.util.List;

/** AWS's errors about instance types. */
final class InstanceTypeErrors {

    private InstanceTypeErrors() {}

    static AwsException unknown(List<String> names) {
        return new AwsException("InvalidInstanceType", "The following supplied instance types do not exist: " + names);
    }

    static AwsException tooMany(int most) {
        return new AwsException("InvalidParameterValue", "The maximum number of instance types is " + most + ".");
    }
}

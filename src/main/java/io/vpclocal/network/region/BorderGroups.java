package io.vpclocal.network.region;

import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import org.jspecify.annotations.Nullable;

/** The network border groups in requests. Regions have only one here, because other zones are not emulated. */
public final class BorderGroups {

    private BorderGroups() {}

    /** @throws io.vpclocal.protocol.AwsException if it is another border group than the Region's */
    public static void require(@Nullable String borderGroup, Scope scope) {
        String group = Params.given(borderGroup);
        if (group != null && !group.equals(scope.region())) {
            throw Ec2Errors.invalidValue("networkBorderGroup", group, "It must be the Region.");
        }
    }
}

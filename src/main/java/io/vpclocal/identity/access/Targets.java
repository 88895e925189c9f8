package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Finds the resources that a request of one service is about. */
interface Targets {

    AwsService service();

    /** At least one, in the order in which they are checked. */
    List<Target> of(Call call, ActionRule rule, SdkPojo request);
}

package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Finds the resources of one service's requests. */
interface Targets {

    AwsService service();

    /** At least one, in check order. */
    List<Target> of(Call call, ActionRule rule, SdkPojo request);
}

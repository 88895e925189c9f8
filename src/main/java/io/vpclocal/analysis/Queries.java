package io.vpclocal.analysis;

import io.vpclocal.identity.CallerPermissions;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The permissions of Tiros, the service behind both analyzers. A caller who lacks one can start an analysis, but it
 * fails (recorded from AWS: "The request failed due to insufficient Tiros permissions.").
 */
@Component
public class Queries {

    public static final String REFUSED = "The request failed due to insufficient Tiros permissions.";

    private static final List<String> ACTIONS =
            List.of("tiros:CreateQuery", "tiros:GetQueryAnswer", "tiros:GetQueryExplanation");

    private final CallerPermissions permissions;

    Queries(CallerPermissions permissions) {
        this.permissions = permissions;
    }

    public boolean allowed(Call call) {
        return ACTIONS.stream().allMatch(action -> permissions.allow(call, action));
    }
}

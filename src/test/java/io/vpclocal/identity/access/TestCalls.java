package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Permissions;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Calls for tests. */
final class TestCalls {

    static final IamScope ACCOUNT = new IamScope("aws", "111122223333");

    private TestCalls() {}

    /** A call of user ana in us-east-1, without permissions. */
    static Call call(String action) {
        String[] parts = action.split(":", 2);
        AwsService service = AwsService.bySigningName(parts[0]).orElseThrow();
        Principal ana = new Principal(
                PolicyPrincipal.user(ACCOUNT.arn("user/ana"), "AIDAAAAAAAAAAAAAAAAAA"),
                ACCOUNT,
                "AKIAAAAAAAAAAAAAAAAA",
                null,
                new Permissions(PolicySet.builder().build(), Set.of(), Map.of()));
        WireRequest wire = new WireRequest("POST", "/", "", Map.of(), new byte[0], "127.0.0.1", false);
        return new Call(
                "request", service, parts[1], new Scope(ACCOUNT.account(), "us-east-1"), ana, wire, Instant.EPOCH);
    }
}

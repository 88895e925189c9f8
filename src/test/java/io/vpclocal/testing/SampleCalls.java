package io.vpclocal.testing;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Calls for tests that need no emulator. */
public final class SampleCalls {

    private SampleCalls() {}

    /** @param principal what follows the account in the caller's ARN, for example {@code user/ana} */
    public static Call call(AwsService service, String action, Scope scope, String principal) {
        return call(service, action, scope, principal, request("application/x-www-form-urlencoded", ""));
    }

    public static Call call(AwsService service, String action, Scope scope, String principal, WireRequest wire) {
        return new Call("id-" + action, service, action, scope, new User(scope.account(), principal), wire, Instant.EPOCH);
    }

    public static WireRequest request(String contentType, String body) {
        return new WireRequest(
                "POST",
                "/",
                "",
                Map.of("content-type", List.of(contentType)),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1",
                false);
    }

    private record User(String account, String principal) implements Caller {

        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":" + principal;
        }

        @Override
        public String userId() {
            return "AIDA";
        }

        @Override
        public boolean root() {
            return false;
        }
    }
}

package io.vpclocal.control.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.SampleCalls;
import org.jspecify.annotations.Nullable;

/** Applies rules to calls that nobody made. */
final class Calls {

    private Calls() {}

    /** The error that the call gets; null if it goes through. */
    static @Nullable AwsException error(FaultRule rule, String service) {
        Call call = SampleCalls.call(
                AwsService.bySigningName(service).orElseThrow(),
                "Any",
                new Scope("123456789012", "us-east-1"),
                "user/a");
        return catchThrowableOfType(AwsException.class, () -> rule.apply(call));
    }

    static boolean hit(FaultRule rule) {
        int before = rule.view().hits();
        AwsException error = error(rule, "ec2");
        boolean hit = rule.view().hits() > before;
        assertThat(error != null).isEqualTo(hit);
        return hit;
    }
}

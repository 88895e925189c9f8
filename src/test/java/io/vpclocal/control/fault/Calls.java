package io.vpclocal.control.fault;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.SampleCalls;

/** Applies rules to simulated calls. */
final class Calls {

    private Calls() {}

    static AwsException error(FaultRule rule, String service) {
        Call call = SampleCalls.call(
                AwsService.bySigningName(service).orElseThrow(),
                "Any",
                new Scope("123456789012", "us-east-1"),
                "user/a");
        return catchThrowableOfType(AwsException.class, () -> rule.apply(call));
    }

    static boolean hit(FaultRule rule) {
        int before = rule.view().hits();
        Call call = SampleCalls.call(AwsService.EC2, "Any", new Scope("123456789012", "us-east-1"), "user/a");
        try {
            rule.apply(call);
        } catch (AwsException e) {
            // The count shows hits of any error.
        }
        return rule.view().hits() > before;
    }
}

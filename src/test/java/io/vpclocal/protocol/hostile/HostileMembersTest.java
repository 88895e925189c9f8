package io.vpclocal.protocol.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.protocol.dispatch.Dispatcher;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A request with one invalid member is answered with an error that clients can parse. */
@EmulatorTest
class HostileMembersTest {

    @Autowired
    private Aws aws;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private ActionRegistry registry;

    @ParameterizedTest
    @EnumSource
    void noMemberBreaksAnAction(AwsService service) {
        HostileCalls calls = new HostileCalls(dispatcher, service, aws);
        assertThat(calls.broken(registry)).isEmpty();
        assertThat(calls.accepted()).as("calls that succeeded").isGreaterThan(20);
    }
}

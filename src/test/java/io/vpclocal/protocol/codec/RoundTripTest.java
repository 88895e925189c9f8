package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.EmulatorTest;
import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests implemented actions. {@link RoundTripIT} tests every operation and takes longer. */
@EmulatorTest
class RoundTripTest {

    @Autowired
    private ActionRegistry registry;

    @ParameterizedTest
    @EnumSource
    void everyActionArrivesUnchanged(AwsService service) throws Exception {
        Collection<ActionDefinition> actions = registry.all(service);
        assertThat(actions).isNotEmpty();
        try (RoundTrip trip = new RoundTrip(service)) {
            int seed = 0;
            for (ActionDefinition action : actions) {
                trip.check(action.name(), action.requestType(), seed++);
            }
        }
    }
}

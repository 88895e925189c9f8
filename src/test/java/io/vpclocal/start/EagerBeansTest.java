package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testing.OwnEmulator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;

/** What our users would expect, though services are made when first used. */
class EagerBeansTest {

    @Test
    void aWrongSettingFailsTheStart() {
        Map<String, String> wrong = Map.of("vpclocal.flow-logs.capture-capacity", "-1");
        assertThatThrownBy(() -> OwnEmulator.start(wrong))
                .hasStackTraceContaining(ConfigurationPropertiesBindException.class.getName())
                .rootCause()
                .hasMessageContaining("vpclocal.flow-logs.capture-capacity is 0 or more");
    }
}

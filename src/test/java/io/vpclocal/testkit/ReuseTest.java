package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testkit.VpcLocalTest.Reuse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an emulator is reused; our design. */
class ReuseTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    -,     -,     true
                    -,     '',    true
                    -,     false, true
                    -,     true,  false
                    -,     1,     false
                    true,  true,  true
                    TRUE,  true,  true
                    false, -,     false
                    '',    true,  false
                    '',    -,     true
                    """)
    void byDefaultTheEnvironmentDecides(String variable, String ci, boolean reuse) {
        Map<String, String> environment = new HashMap<>();
        if (variable != null) {
            environment.put("VPCLOCAL_TESTKIT_REUSE", variable);
        }
        if (ci != null) {
            environment.put("CI", ci);
        }
        assertThat(Reuse.DEFAULT.wanted(environment)).isEqualTo(reuse);
    }

    @Test
    void theAnnotationOverridesTheEnvironment() {
        assertThat(Reuse.ALWAYS.wanted(Map.of("VPCLOCAL_TESTKIT_REUSE", "false", "CI", "true")))
                .isTrue();
        assertThat(Reuse.NEVER.wanted(Map.of("VPCLOCAL_TESTKIT_REUSE", "true"))).isFalse();
    }

    @Test
    void otherValuesAreRefused() {
        assertThatThrownBy(() -> Reuse.DEFAULT.wanted(Map.of("VPCLOCAL_TESTKIT_REUSE", "yes")))
                .hasMessage("VPCLOCAL_TESTKIT_REUSE is 'yes'. Use true or false.");
    }
}

package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the class archive is written; our design. */
class ArchivingTest {

    @ParameterizedTest
    @CsvSource({"'', IDLE", "idle, IDLE", "now, NOW", "Off, OFF"})
    void theVariableDecides(String variable, Archiving archiving) {
        assertThat(Archiving.of(Map.of("VPCLOCAL_ARCHIVE", variable))).isEqualTo(archiving);
    }

    @Test
    void theDefaultIsIdle() {
        assertThat(Archiving.of(Map.of())).isEqualTo(Archiving.IDLE);
    }

    @Test
    void otherValuesAreRefused() {
        assertThatThrownBy(() -> Archiving.of(Map.of("VPCLOCAL_ARCHIVE", "false")))
                .hasMessage("VPCLOCAL_ARCHIVE is 'false'. Use idle, now or off.");
    }
}

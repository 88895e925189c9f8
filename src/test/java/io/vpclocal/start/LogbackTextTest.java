package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Logback and Spring Boot can read. {@code RefusedSettingsTest} has what they cannot. */
class LogbackTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%clr(%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX}){faint} %-5level ${PID:-} %X{a:-none} %m%n%wEx",
                "%d{ISO8601,UTC} [%thread] %logger{36} - %msg %kvp %mdc%n",
                "%5p [%X{a}]",
                "%esb(){APPLICATION_NAME}%correlationId%wex",
                "%d{HH:mm:ss.SSS}",
                "${UNKNOWN} %m"
            })
    void aPatternIsTaken(String pattern) {
        assertThat(LogbackText.isPattern(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${LOG_FILE}.%d{yyyy-MM-dd}.%i.gz", "/tmp/a.%d.%i"})
    void aFileNameIsTaken(String pattern) {
        assertThat(LogbackText.isFileName(pattern)).isTrue();
    }
}

package io.vpclocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.EmulatorTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EmulatorTest
class CoverageTest {

    private static final Path DOCUMENT = Path.of("docs", "COVERAGE.md");

    @Autowired
    private ActionRegistry registry;

    @Test
    void theCoverageDocumentMatchesTheRegistry() throws Exception {
        String expected = new CoverageDocument(registry).write();
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/COVERAGE.md is out of date. Update it with ./mvnw verify -Dcoverage.write=true")
                .isEqualTo(expected);
    }
}

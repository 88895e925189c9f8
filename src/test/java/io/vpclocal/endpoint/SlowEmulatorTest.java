package io.vpclocal.endpoint;

import io.vpclocal.testing.EmulatorTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A separate emulator with provisioning, deletion and analysis times, which counts its SQL statements. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EmulatorTest
@TestPropertySource(
        properties = {
            "vpclocal.endpoint.provisioning-time=60s",
            "vpclocal.endpoint.deletion-time=30s",
            "vpclocal.network.provisioning-time=60s",
            "vpclocal.analysis.running-time=60s",
            "spring.jpa.properties.hibernate.generate_statistics=true",
            "logging.level.org.hibernate.engine.internal.StatisticalLoggingSessionEventListener=warn"
        })
public @interface SlowEmulatorTest {}

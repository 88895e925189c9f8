package io.vpclocal.flowlog;

import io.vpclocal.testing.EmulatorTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** An emulator of its own, whose clock its tests may move and where windows are closed only when they say so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EmulatorTest
@TestPropertySource(
        properties = {
            "vpclocal.flow-logs.poll-interval=1h",
            "vpclocal.s3.directory=" + DeliveryTest.BUCKETS,
            "vpclocal.network.default-vpc=false"
        })
public @interface DeliveryTest {

    /** Where buckets are, relative to the project. */
    String BUCKETS = "target/flow-log-buckets";
}

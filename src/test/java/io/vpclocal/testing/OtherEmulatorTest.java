package io.vpclocal.testing;

import io.vpclocal.endpointservice.hosted.ConnectionLog;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs a test against the second emulator. It has AWS's quotas and no default VPCs, does not verify private DNS names
 * by itself, reports to the {@link ConnectionLog}, and closes flow log windows only on request. A test may move its
 * clock and must reset it. Starting an emulator takes seconds, so add further settings here if possible.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EmulatorTest
@Import(ConnectionLog.class)
@TestPropertySource(
        properties = {
            "vpclocal.quotas=strict",
            "vpclocal.network.default-vpc=false",
            "vpclocal.endpointservice.auto-verify=false",
            "vpclocal.flow-logs.poll-interval=1h",
            "vpclocal.s3.directory=target/flow-log-buckets/${test.jvm:jvm-1}"
        })
public @interface OtherEmulatorTest {

    /** The directory of buckets, relative to the project. Each JVM has its own, because all have the same account ids. */
    Path BUCKETS = Path.of("target", "flow-log-buckets", System.getProperty("test.jvm", "jvm-1"));
}

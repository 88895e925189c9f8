package io.vpclocal.testing;

import io.vpclocal.endpointservice.hosted.ConnectionLog;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs a test against the second emulator, which has AWS's quotas, no default VPCs, believes no owner of a private DNS
 * name, tells the {@link ConnectionLog}, and closes the windows of flow logs only when it is told to. Its clock may be
 * moved; the test sets it back. Starting an emulator takes seconds: further settings belong here where they can.
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
            "vpclocal.s3.directory=" + OtherEmulatorTest.BUCKETS
        })
public @interface OtherEmulatorTest {

    /** Where buckets are, relative to the project. */
    String BUCKETS = "target/flow-log-buckets";
}

package io.vpclocal.endpointservice.hosted;

import io.vpclocal.testing.EmulatorTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** An emulator of its own that believes no owner of a private DNS name, and whose connections are listened to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EmulatorTest
@Import(ConnectionLog.class)
@TestPropertySource(properties = "vpclocal.endpointservice.auto-verify=false")
@interface ObservedEmulatorTest {}

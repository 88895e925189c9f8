/**
 * What users' tests import: a JUnit extension with an emulator beside the JVM of the tests, a Testcontainers container, and
 * a typed client of the emulator's own API. It uses nothing of the emulator, which runs in a process of its own.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.vpclocal.testkit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

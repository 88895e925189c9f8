/**
 * The test kit for users' tests: a JUnit extension that starts an emulator in a separate process, a Testcontainers
 * container, and a typed client of the control API. It does not use the emulator's classes.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.vpclocal.testkit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The demo network: what a person who has just started the emulator may look at and try. It is built by the actions that
 * users call.
 */
@ApplicationModule(
        allowedDependencies = {"protocol", "protocol :: dispatch", "control", "traffic", "flowlog :: delivery"})
@NullMarked
package io.vpclocal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

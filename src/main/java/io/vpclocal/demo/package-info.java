/** The demo network: sample resources for first steps, built with public AWS actions. */
@ApplicationModule(
        allowedDependencies = {"protocol", "protocol :: dispatch", "control", "traffic", "flowlog :: delivery"})
@NullMarked
package io.vpclocal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

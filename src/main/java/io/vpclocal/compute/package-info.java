/**
 * The parts of instances: instance types, images, key pairs, launch templates, placement groups, volumes and instance profiles. Each has
 * a subpackage, whose public types are this module's API. Instances themselves belong to {@code traffic}.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: codec",
            "resource",
            "resource :: committed",
            "network",
            "network :: region",
            "identity"
        })
@NullMarked
package io.vpclocal.compute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

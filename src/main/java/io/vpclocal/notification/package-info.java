/** Connection notifications of endpoints and services, and their messages. */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "resource",
            "resource :: committed",
            "control",
            "upstream",
            "endpointservice",
            "endpoint"
        })
@NullMarked
package io.vpclocal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

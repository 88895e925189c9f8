/** Connection notifications: what owners of endpoints and services want to hear of, and the messages told about it. */
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

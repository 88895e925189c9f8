/**
 * VPC Flow Logs: the subscriptions, the traffic they cover, its delivery to CloudWatch Logs and S3, and what all that
 * would cost. Whoever sees traffic hands it to {@link io.vpclocal.flowlog.FlowLogCapture}.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "resource",
            "identity",
            "logs",
            "network::networkinterface",
            "network::subnet"
        })
@NullMarked
package io.vpclocal.flowlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

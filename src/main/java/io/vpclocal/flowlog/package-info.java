/**
 * VPC Flow Logs: the subscriptions, the traffic they cover, and its delivery to CloudWatch Logs and S3. Sources of
 * traffic call {@link io.vpclocal.flowlog.FlowLogCapture}.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: clock",
            "resource",
            "identity",
            "charges",
            "logs",
            "upstream",
            "network::networkinterface",
            "network::subnet"
        })
@NullMarked
package io.vpclocal.flowlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

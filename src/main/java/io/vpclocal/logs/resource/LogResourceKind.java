package io.vpclocal.logs.resource;

import io.vpclocal.protocol.Scope;

/** The kinds of resource (Service Authorization Reference, Amazon CloudWatch Logs). */
public enum LogResourceKind {
    DESTINATION("destination"),
    DELIVERY_SOURCE("delivery-source"),
    DELIVERY_DESTINATION("delivery-destination"),
    DELIVERY("delivery"),
    ANOMALY_DETECTOR("anomaly-detector");

    private final String inArn;

    LogResourceKind(String inArn) {
        this.inArn = inArn;
    }

    public String arn(Scope scope, String name) {
        return scope.arn("logs", inArn + ":" + name);
    }
}

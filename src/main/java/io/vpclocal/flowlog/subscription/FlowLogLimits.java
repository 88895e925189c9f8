package io.vpclocal.flowlog.subscription;

/** AWS's limits on flow logs (EC2 API Reference: CreateFlowLogs; VPC User Guide: quotas). */
final class FlowLogLimits {

    static final int RESOURCES_PER_REQUEST = 300;
    static final int TRANSIT_GATEWAYS_PER_REQUEST = 25;
    static final int IDS_PER_REQUEST = 1000;
    static final int FLOW_LOGS_PER_RESOURCE = 250;
    static final int ATHENA_INTEGRATIONS = 10;

    /** Our limit. It fits every field several times. */
    static final int FORMAT_LENGTH = 8000;

    private FlowLogLimits() {}
}

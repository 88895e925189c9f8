package io.vpclocal.flowlog.subscription;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Flow logs as the API shows them. */
final class FlowLogWire {

    private FlowLogWire() {}

    static FlowLog toWire(FlowLogEntity flowLog, List<Tag> tags) {
        FlowLog.Builder wire = FlowLog.builder()
                .creationTime(flowLog.createdAt())
                .flowLogId(flowLog.id())
                .flowLogStatus("ACTIVE")
                .resourceId(flowLog.monitoredId())
                .trafficType(flowLog.trafficType())
                .logDestinationType(flowLog.destinationType())
                .logDestination(flowLog.logDestination())
                .logGroupName(flowLog.logGroupName())
                .deliverLogsPermissionArn(flowLog.roleArn())
                .deliverLogsStatus(status(flowLog))
                .deliverLogsErrorMessage(flowLog.deliverError())
                .logFormat(flowLog.logFormat())
                .maxAggregationInterval(flowLog.maxAggregationInterval())
                .tags(tags);
        if (flowLog.destinationType().equals(Destination.S3)) {
            FileLayout layout = flowLog.layout();
            wire.destinationOptions(o -> o.fileFormat(layout.fileFormat())
                    .hiveCompatiblePartitions(layout.hive())
                    .perHourPartition(layout.hourly()));
        }
        return wire.build();
    }

    static String status(FlowLogEntity flowLog) {
        return flowLog.deliverError() == null ? "SUCCESS" : "FAILED";
    }
}

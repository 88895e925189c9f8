package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.flowlog.subscription.Destination;
import io.vpclocal.flowlog.subscription.Destination.LogGroup;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import io.vpclocal.flowlog.subscription.FlowLogRole;
import io.vpclocal.logs.LogDelivery;
import io.vpclocal.logs.LogDelivery.VendedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Delivery to CloudWatch Logs. Each network interface has one stream, shared by the flow logs of a log group. Each
 * record is one event at the record's start time. Every step needs the permission of the flow log's role (VPC User
 * Guide: publish flow logs to CloudWatch Logs).
 */
@Component
class CloudWatchLogsSink implements RecordSink {

    private final LogDelivery logs;
    private final FlowLogRole role;

    CloudWatchLogsSink(LogDelivery logs, FlowLogRole role) {
        this.logs = logs;
        this.role = role;
    }

    @Override
    public boolean serves(FlowLogEntity flowLog) {
        return flowLog.destination() instanceof LogGroup;
    }

    @Override
    public long period(FlowLogEntity flowLog) {
        return flowLog.maxAggregationInterval() * 1000L;
    }

    @Override
    public boolean periodByPeriod() {
        return false;
    }

    @Override
    public void requireAccess(FlowLogEntity flowLog) {
        requireTrust(flowLog);
        LogGroup group = group(flowLog);
        requireAllowed(flowLog, "logs:PutLogEvents", streamArn(group, "eni-" + suffix(flowLog)));
    }

    @Override
    public void deliver(FlowLogEntity flowLog, List<FlowRecord> records) {
        LogGroup group = group(flowLog);
        RecordFormat format = flowLog.format();
        String suffix = suffix(flowLog);
        Map<String, List<VendedEvent>> streams = new LinkedHashMap<>();
        for (FlowRecord record : records) {
            streams.computeIfAbsent(stream(record.networkInterface(), suffix), name -> new ArrayList<>())
                    .add(new VendedEvent(record.start() * 1000, format.render(record)));
        }
        requireTrust(flowLog);
        if (!logs.hasGroup(group.scope(), group.group())) {
            requireAllowed(flowLog, "logs:CreateLogGroup", groupArn(group) + ":*");
        }
        requireAllowed(flowLog, "logs:CreateLogStream", groupArn(group) + ":*");
        streams.keySet().forEach(stream -> requireAllowed(flowLog, "logs:PutLogEvents", streamArn(group, stream)));
        String key = flowLog.id() + "/" + flowLog.nextDelivery() + "/";
        streams.forEach((stream, events) -> logs.deliver(group.scope(), group.group(), stream, key + stream, events));
    }

    /** AWS's stream name for traffic type ALL. UNVERIFIED: the names for ACCEPT and REJECT follow by analogy. */
    private static String stream(InterfaceDetails networkInterface, String suffix) {
        String id =
                networkInterface.interfaceId() == null ? networkInterface.resourceId() : networkInterface.interfaceId();
        return Objects.requireNonNullElse(id, "unknown") + suffix;
    }

    private static String suffix(FlowLogEntity flowLog) {
        return "-" + flowLog.trafficType().toLowerCase(Locale.ROOT);
    }

    private static LogGroup group(FlowLogEntity flowLog) {
        Destination destination = flowLog.destination();
        if (!(destination instanceof LogGroup group)) {
            throw new IllegalArgumentException(flowLog.id() + " does not deliver to CloudWatch Logs");
        }
        if (!group.scope().account().equals(flowLog.account())) {
            throw DeliveryFailedException.access("The log group is another account's: " + group.arn());
        }
        return group;
    }

    private void requireTrust(FlowLogEntity flowLog) {
        String arn = flowLog.scope().arn("ec2", "vpc-flow-log/" + flowLog.id());
        if (!role.trusts(roleArn(flowLog), arn, flowLog.account())) {
            throw DeliveryFailedException.access(roleArn(flowLog)
                    + " does not exist, or its trust policy does not let vpc-flow-logs.amazonaws.com assume it for "
                    + arn);
        }
    }

    private void requireAllowed(FlowLogEntity flowLog, String action, String resource) {
        if (!role.allows(roleArn(flowLog), action, resource)) {
            throw DeliveryFailedException.access(roleArn(flowLog) + " does not allow " + action + " on " + resource);
        }
    }

    private static String roleArn(FlowLogEntity flowLog) {
        return Objects.requireNonNull(flowLog.roleArn(), "A flow log that delivers to CloudWatch Logs needs a role");
    }

    private static String groupArn(LogGroup group) {
        return group.scope().arn("logs", "log-group:" + group.group());
    }

    private static String streamArn(LogGroup group, String stream) {
        return groupArn(group) + ":log-stream:" + stream;
    }
}

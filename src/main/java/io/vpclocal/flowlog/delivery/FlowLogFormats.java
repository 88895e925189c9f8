package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.RecordField;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.flowlog.subscription.Destination.LogGroup;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import io.vpclocal.flowlog.subscription.FlowLogs;
import io.vpclocal.logs.LogGroupFormats;
import io.vpclocal.protocol.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells queries the fields of the records in a log group. AWS documentation, "Supported logs and discovered fields":
 * AWS discovers only the default format. Queries over other formats have to parse the message.
 */
@Component
class FlowLogFormats implements LogGroupFormats {

    private final FlowLogs flowLogs;

    FlowLogFormats(FlowLogs flowLogs) {
        this.flowLogs = flowLogs;
    }

    @Override
    public List<List<String>> formats(Scope scope, String logGroup) {
        return flowLogs.findByGroup(scope.account(), logGroup).stream()
                .filter(flowLog -> flowLog.destination() instanceof LogGroup group
                        && group.scope().equals(scope))
                .map(FlowLogEntity::format)
                .filter(RecordFormat.DEFAULT::equals)
                .distinct()
                .map(format ->
                        format.fields().stream().map(RecordField::wireName).toList())
                .toList();
    }
}

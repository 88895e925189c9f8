package io.vpclocal.logs.query;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.time.Clock;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogGroupFieldsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogGroupFieldsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordResponse;

/** The fields of single events and of log groups. */
@AwsController(AwsService.LOGS)
class RecordController {

    private final LogGroupService groups;
    private final RecordFields fields;
    private final Clock clock;

    RecordController(LogGroupService groups, RecordFields fields, Clock clock) {
        this.groups = groups;
        this.fields = fields;
        this.clock = clock;
    }

    @AwsAction
    GetLogRecordResponse getLogRecord(GetLogRecordRequest request, Call call) {
        RecordPointer pointer = RecordPointer.parse(Constraints.require(request.logRecordPointer(), "logRecordPointer"))
                .orElseThrow(QueryErrors::noSuchRecord);
        return GetLogRecordResponse.builder()
                .logRecord(fields.ofRecord(call.scope(), pointer, Boolean.TRUE.equals(request.unmask())))
                .build();
    }

    @AwsAction
    GetLogGroupFieldsResponse getLogGroupFields(GetLogGroupFieldsRequest request, Call call) {
        LogGroupEntity group = groups.require(call.scope(), request.logGroupName(), request.logGroupIdentifier());
        long now = clock.millis();
        RecordFields.Around around = request.time() == null
                ? RecordFields.Around.last(now)
                : RecordFields.Around.time(Constraints.time(request.time(), "time", 0));
        return GetLogGroupFieldsResponse.builder()
                .logGroupFields(fields.ofGroup(group, around, now))
                .build();
    }
}

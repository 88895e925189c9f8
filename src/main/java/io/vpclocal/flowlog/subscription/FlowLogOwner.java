package io.vpclocal.flowlog.subscription;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class FlowLogOwner extends ResourceOwner<FlowLogEntity> {

    FlowLogOwner(FlowLogs flowLogs, TagStore tags) {
        super(FlowLogService.KIND, flowLogs, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(FlowLogEntity flowLog) {
        return Map.of();
    }
}

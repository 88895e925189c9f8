package io.vpclocal.network.routetable;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class RouteTableOwner extends ResourceOwner<RouteTableEntity> {

    RouteTableOwner(RouteTables tables, TagStore tags) {
        super(RouteTableService.KIND, tables, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(RouteTableEntity table) {
        return Map.of(
                "ec2:RouteTableID",
                List.of(table.id()),
                "ec2:Vpc",
                List.of(table.scope().arn("ec2", "vpc/" + table.vpcId())));
    }
}

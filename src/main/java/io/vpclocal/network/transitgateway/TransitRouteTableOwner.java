package io.vpclocal.network.transitgateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class TransitRouteTableOwner extends ResourceOwner<TransitRouteTableEntity> {

    TransitRouteTableOwner(TransitRouteTables tables, TagStore tags) {
        super(TransitRouteTableService.KIND, tables, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(TransitRouteTableEntity table) {
        return Map.of("ec2:transitGatewayRouteTableId", List.of(table.id()));
    }
}

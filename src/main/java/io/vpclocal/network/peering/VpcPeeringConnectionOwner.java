package io.vpclocal.network.peering;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class VpcPeeringConnectionOwner extends ResourceOwner<VpcPeeringConnectionEntity> {

    private final Peerings peerings;

    VpcPeeringConnectionOwner(VpcPeeringConnections connections, Peerings peerings, TagStore tags) {
        super(VpcPeeringConnectionService.KIND, connections, tags);
        this.peerings = peerings;
    }

    /** A connection that is no longer visible cannot be tagged. */
    @Override
    public boolean exists(Scope scope, String id) {
        return peerings.find(scope, id).isPresent();
    }

    @Override
    protected Map<String, List<String>> conditionKeys(VpcPeeringConnectionEntity connection) {
        return Map.of(
                "ec2:VpcPeeringConnectionID",
                List.of(connection.id()),
                "ec2:RequesterVpc",
                List.of(connection.requester().arn()),
                "ec2:AccepterVpc",
                List.of(connection.accepter().arn()));
    }
}

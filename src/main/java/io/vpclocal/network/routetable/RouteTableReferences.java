package io.vpclocal.network.routetable;

import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteTableAssociationRequest;

/**
 * Resolves a route table association to its subnet or gateway and its table. Our guess: policies are not evaluated for the
 * table that a replacement removes.
 */
@Component
class RouteTableReferences implements RequestAttributes {

    private final RouteTableAssociations associations;

    RouteTableReferences(RouteTableAssociations associations) {
        this.associations = associations;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:DisassociateRouteTable", "ec2:ReplaceRouteTableAssociation");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        Map<String, List<String>> found = new HashMap<>();
        if (request instanceof DisassociateRouteTableRequest named && named.associationId() != null) {
            associations
                    .findEnds(scope.account(), scope.region(), named.associationId())
                    .ifPresent(ends -> {
                        found.put(RouteTableService.KIND.type(), List.of(ends.getTableId()));
                        addUser(ends, found);
                    });
        } else if (request instanceof ReplaceRouteTableAssociationRequest named && named.associationId() != null) {
            associations
                    .findEnds(scope.account(), scope.region(), named.associationId())
                    .ifPresent(ends -> addUser(ends, found));
        }
        return found;
    }

    private static void addUser(RouteTableAssociations.Ends ends, Map<String, List<String>> found) {
        String subnetId = ends.getSubnetId();
        String gatewayId = ends.getGatewayId();
        if (subnetId != null) {
            found.put(SubnetService.KIND.type(), List.of(subnetId));
        }
        if (gatewayId != null) {
            found.put(RouteTarget.gatewayType(gatewayId), List.of(gatewayId));
        }
    }
}

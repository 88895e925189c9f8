package io.vpclocal.network.subnet;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockRequest;

/** The subnet that is meant by the association of its IPv6 block. */
@Component
class SubnetReferences implements RequestAttributes {

    private final Subnets subnets;

    SubnetReferences(Subnets subnets) {
        this.subnets = subnets;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:DisassociateSubnetCidrBlock");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        String association = request instanceof DisassociateSubnetCidrBlockRequest named ? named.associationId() : null;
        return association == null
                ? Map.of()
                : subnets.idByIpv6Association(scope.account(), scope.region(), association)
                        .map(id -> Map.of(SubnetService.KIND.type(), List.of(id)))
                        .orElse(Map.of());
    }
}

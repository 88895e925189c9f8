package io.vpclocal.network.vpc;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockRequest;

/** The VPC that is meant by the association of one of its blocks. */
@Component
class VpcReferences implements RequestAttributes {

    private final Vpcs vpcs;

    VpcReferences(Vpcs vpcs) {
        this.vpcs = vpcs;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:DisassociateVpcCidrBlock");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        String association = request instanceof DisassociateVpcCidrBlockRequest named ? named.associationId() : null;
        return association == null
                ? Map.of()
                : vpcs.idByBlock(scope.account(), scope.region(), association)
                        .map(id -> Map.of(VpcService.KIND.type(), List.of(id)))
                        .orElse(Map.of());
    }
}

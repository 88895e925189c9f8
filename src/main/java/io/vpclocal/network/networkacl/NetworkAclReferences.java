package io.vpclocal.network.networkacl;

import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclAssociationRequest;

/** The subnet that is meant by its association with an ACL. The ACL it leaves behind is not asked for: our guess. */
@Component
class NetworkAclReferences implements RequestAttributes {

    private final NetworkAclAssociations associations;

    NetworkAclReferences(NetworkAclAssociations associations) {
        this.associations = associations;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:ReplaceNetworkAclAssociation");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        String association =
                request instanceof ReplaceNetworkAclAssociationRequest named ? named.associationId() : null;
        return association == null
                ? Map.of()
                : associations
                        .subnetOf(scope.account(), scope.region(), association)
                        .map(id -> Map.of(SubnetService.KIND.type(), List.of(id)))
                        .orElse(Map.of());
    }
}

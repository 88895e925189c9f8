package io.vpclocal.network.peering;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AcceptVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcPeeringConnectionRequest;

/** Resolves the VPCs of a new connection, and the VPC for which a connection is accepted. */
@Component
class VpcPeeringConnectionReferences implements RequestAttributes {

    private final Peerings peerings;

    VpcPeeringConnectionReferences(Peerings peerings) {
        this.peerings = peerings;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:AcceptVpcPeeringConnection", "ec2:CreateVpcPeeringConnection");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        if (!(request instanceof AcceptVpcPeeringConnectionRequest named) || named.vpcPeeringConnectionId() == null) {
            return Map.of();
        }
        return peerings.find(call.scope(), named.vpcPeeringConnectionId())
                .map(PeeringConnection::accepter)
                .filter(vpc -> vpc.scope().equals(call.scope()))
                .map(vpc -> Map.of("vpc", List.of(vpc.vpcId())))
                .orElse(Map.of());
    }

    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        if (!(request instanceof CreateVpcPeeringConnectionRequest wanted)
                || !resourceType.equals(VpcPeeringConnectionService.KIND.type())
                || wanted.vpcId() == null
                || wanted.peerVpcId() == null) {
            return Map.of();
        }
        PeeredVpc requester = new PeeredVpc(call.scope(), wanted.vpcId());
        PeeredVpc accepter = VpcPeeringConnectionController.accepter(call.scope(), wanted);
        return Map.of("ec2:RequesterVpc", List.of(requester.arn()), "ec2:AccepterVpc", List.of(accepter.arn()));
    }
}

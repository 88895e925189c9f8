package io.vpclocal.network.peering;

import io.vpclocal.protocol.Scope;
import java.util.Comparator;

/** One of the two VPCs of a peering connection. */
public record PeeredVpc(Scope scope, String vpcId) {

    /** The order in which VPCs of a connection are locked, so that two calls never wait for each other. */
    static final Comparator<PeeredVpc> ORDER = Comparator.comparing(
                    (PeeredVpc vpc) -> vpc.scope().account())
            .thenComparing(vpc -> vpc.scope().region())
            .thenComparing(PeeredVpc::vpcId);

    /** The value of the condition keys {@code ec2:RequesterVpc} and {@code ec2:AccepterVpc}. */
    String arn() {
        return scope.arn("ec2", "vpc/" + vpcId);
    }
}

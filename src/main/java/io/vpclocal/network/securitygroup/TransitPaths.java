package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.Scope;
import java.util.Optional;

/** Tells between which VPCs security groups may refer to each other through a transit gateway. */
public interface TransitPaths {

    /** The transit gateway that both VPCs of an account are attached to, all with support for references to groups. */
    Optional<String> between(Scope scope, String vpcId, String otherVpcId);
}

package io.vpclocal.network.transitgateway;

import io.vpclocal.network.securitygroup.TransitPaths;
import io.vpclocal.protocol.Scope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Security groups refer to groups of other VPCs through a transit gateway if it and both attachments support that. */
@Component
class GroupReferencePaths implements TransitPaths {

    private final TransitAttachmentService attachments;

    GroupReferencePaths(TransitAttachmentService attachments) {
        this.attachments = attachments;
    }

    @Override
    public Optional<String> between(Scope scope, String vpcId, String otherVpcId) {
        return attachments.ofVpc(scope, vpcId).stream()
                .filter(attachments::refersToGroups)
                .map(TransitAttachmentEntity::transitGatewayId)
                .filter(gateway -> attachments
                        .between(scope, gateway, otherVpcId)
                        .filter(attachments::refersToGroups)
                        .isPresent())
                .findFirst();
    }
}

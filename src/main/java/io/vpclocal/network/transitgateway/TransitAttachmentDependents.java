package io.vpclocal.network.transitgateway;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** A VPC that is attached to a transit gateway cannot be deleted. */
@Component
class TransitAttachmentDependents implements Dependents {

    private final TransitAttachmentService attachments;

    TransitAttachmentDependents(TransitAttachmentService attachments) {
        this.attachments = attachments;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        return VpcService.KIND.wellFormed(resourceId)
                && !attachments.ofVpc(scope, resourceId).isEmpty();
    }
}

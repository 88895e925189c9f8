package io.vpclocal.network.routetable;

import io.vpclocal.network.transitgateway.TransitAttachmentEntity;
import io.vpclocal.network.transitgateway.TransitAttachmentService;
import io.vpclocal.network.transitgateway.TransitGatewayService;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Transit gateways as route targets. To a VPC without an available attachment a transit gateway does not exist (what
 * clients of AWS handle: they repeat the call on that error). Our approximation: a route is active while any VPC of the
 * account is attached.
 */
@Component
class TransitGatewayTarget implements RouteTargetCheck {

    private final TransitAttachmentService attachments;

    TransitGatewayTarget(TransitAttachmentService attachments) {
        this.attachments = attachments;
    }

    @Override
    public String idPrefix() {
        return TransitGatewayService.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        if (attachments.between(table.scope(), targetId, table.vpcId()).isEmpty()) {
            throw RouteTargetCheck.notFound(targetId);
        }
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        return attachments.available(scope).stream()
                .map(TransitAttachmentEntity::transitGatewayId)
                .filter(targetIds::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}

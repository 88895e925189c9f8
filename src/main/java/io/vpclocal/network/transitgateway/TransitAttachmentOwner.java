package io.vpclocal.network.transitgateway;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class TransitAttachmentOwner extends ResourceOwner<TransitAttachmentEntity> {

    TransitAttachmentOwner(TransitAttachments attachments, TagStore tags) {
        super(TransitAttachmentService.KIND, attachments, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(TransitAttachmentEntity attachment) {
        return Map.of("ec2:transitGatewayAttachmentId", List.of(attachment.id()));
    }
}

package io.vpclocal.network.transitgateway;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface TransitAttachments extends ResourceRepository<TransitAttachmentEntity> {

    /** The attachments of a VPC that are not deleted. */
    @Query("select a from TransitAttachmentEntity a where a.account = :account and a.region = :region"
            + " and a.vpcId = :vpcId and a.deletedAt is null order by a.seq")
    List<TransitAttachmentEntity> ofVpc(String account, String region, String vpcId);

    /** The attachments to a transit gateway that are not deleted. */
    @Query("select a from TransitAttachmentEntity a where a.account = :account and a.region = :region"
            + " and a.transitGatewayId = :gatewayId and a.deletedAt is null order by a.seq")
    List<TransitAttachmentEntity> ofGateway(String account, String region, String gatewayId);
}

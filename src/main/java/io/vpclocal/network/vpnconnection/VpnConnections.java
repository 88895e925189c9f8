package io.vpclocal.network.vpnconnection;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface VpnConnections extends ResourceRepository<VpnConnectionEntity> {

    /** The connections of either kind of gateway that are not deleted. */
    @Query("select c from VpnConnectionEntity c where c.account = :account and c.region = :region"
            + " and (c.vpnGatewayId = :gatewayId or c.customerGatewayId = :gatewayId) and c.deletedAt is null"
            + " order by c.seq")
    List<VpnConnectionEntity> findOfGateway(String account, String region, String gatewayId);

    @Query("select count(c) from VpnConnectionEntity c join c.tunnels t where t.outsideAddress = :address")
    long countWithAddress(String address);
}

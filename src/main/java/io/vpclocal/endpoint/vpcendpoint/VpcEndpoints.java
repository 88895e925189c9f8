package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.resource.ResourceRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

public interface VpcEndpoints extends ResourceRepository<VpcEndpointEntity> {

    /** See {@link EndpointPhase#connected}. */
    String CONNECTED = "e.phase in (io.vpclocal.endpoint.vpcendpoint.EndpointPhase.CONNECTED,"
            + " io.vpclocal.endpoint.vpcendpoint.EndpointPhase.MODIFIED)";

    /** Returns ids only: the VPC is locked before the endpoint is read. */
    @Query("select e.vpcId from VpcEndpointEntity e"
            + " where e.account = :account and e.region = :region and e.resourceId = :id")
    Optional<String> vpcIdOf(String account, String region, String id);

    @Query("select distinct e.vpcId from VpcEndpointEntity e"
            + " where e.account = :account and e.region = :region and e.resourceId in :ids order by e.vpcId")
    List<String> vpcIdsOf(String account, String region, Collection<String> ids);

    @Query("select e from VpcEndpointEntity e where e.vpcId = :vpcId order by e.seq")
    List<VpcEndpointEntity> ofVpc(String vpcId);

    @Query("select e from VpcEndpointEntity e where e.vpcId = :vpcId and e.serviceName = :serviceName order by e.seq")
    List<VpcEndpointEntity> ofVpc(String vpcId, String serviceName);

    @Query("select count(e) from VpcEndpointEntity e where e.vpcId = :vpcId and e.endpointType = :type"
            + " and e.phase <> io.vpclocal.endpoint.vpcendpoint.EndpointPhase.DELETING")
    long countInVpc(String vpcId, String type);

    @Query("select count(e) from VpcEndpointEntity e"
            + " where e.account = :account and e.region = :region and e.endpointType = :type"
            + " and e.phase <> io.vpclocal.endpoint.vpcendpoint.EndpointPhase.DELETING")
    long countInRegion(String account, String region, String type);

    /** The private names among the given ones that another endpoint of the VPC uses. */
    @Query("select n from VpcEndpointEntity e join e.privateNames n"
            + " where e.vpcId = :vpcId and e.resourceId <> :except and n in :names")
    List<String> takenNames(String vpcId, String except, Collection<String> names);

    @Query("select count(e) > 0 from VpcEndpointEntity e"
            + " where e.account = :account and e.region = :region and e.vpcId = :vpcId")
    boolean anyInVpc(String account, String region, String vpcId);

    @Query("select count(e) > 0 from VpcEndpointEntity e join e.subnets s"
            + " where e.account = :account and e.region = :region and s.subnetId = :subnetId")
    boolean anyInSubnet(String account, String region, String subnetId);

    @Query("select count(e) > 0 from VpcEndpointEntity e join e.groups g"
            + " where e.account = :account and e.region = :region and g.groupId = :groupId")
    boolean anyInGroup(String account, String region, String groupId);

    @Query("select e from VpcEndpointEntity e where e.serviceId in :serviceIds order by e.seq")
    List<VpcEndpointEntity> ofServices(Collection<String> serviceIds);

    @Query("select e from VpcEndpointEntity e where e.serviceId = :serviceId and e.resourceId in :ids")
    List<VpcEndpointEntity> ofService(String serviceId, Collection<String> ids);

    /** Whether any is connected, or waits for acceptance since after the given time. */
    @Query(
            "select count(e) > 0 from VpcEndpointEntity e where e.serviceId = :serviceId"
                    + " and (" + CONNECTED
                    + " or (e.phase = io.vpclocal.endpoint.vpcendpoint.EndpointPhase.PENDING_ACCEPTANCE and e.phaseSince > :expired))")
    boolean anyLive(String serviceId, Instant expired);

    /** The ids of endpoints, of any account, that connect to an account's services in a Region. */
    @Query("select e.resourceId from VpcEndpointEntity e"
            + " where e.serviceOwner = :owner and e.serviceRegion = :region and e.resourceId in :ids"
            + " and e.endpointType in ('Interface', 'GatewayLoadBalancer')")
    List<String> connectedTo(String owner, String region, Collection<String> ids);

    @Query("select e.resourceId from VpcEndpointEntity e"
            + " where e.account = :account and e.region = :region and e.resourceId in :ids")
    List<String> existing(String account, String region, Collection<String> ids);

    @Query("select e.resourceId from VpcEndpointEntity e"
            + " where e.account = :account and e.region = :region and e.resourceId in :ids"
            + " and " + CONNECTED)
    List<String> connected(String account, String region, Collection<String> ids);

    @Query("select e from VpcEndpointEntity e where e.account = :account and e.region = :region"
            + " and e.endpointType in ('Resource', 'ServiceNetwork') order by e.seq")
    List<VpcEndpointEntity> ofLattice(String account, String region);

    @Query("select e.account as account, e.region as region, e.vpcId as vpcId, e.resourceId as id"
            + " from VpcEndpointEntity e where e.serviceId = :serviceId and e.resourceId in :ids order by e.vpcId")
    List<Place> placesOf(String serviceId, Collection<String> ids);

    /** The account, Region, and VPC of an endpoint, read without the endpoint. */
    interface Place {

        String getAccount();

        String getRegion();

        String getVpcId();

        String getId();
    }
}

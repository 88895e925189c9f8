package io.vpclocal.network.networkinterface;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface NetworkInterfaceRepository extends ResourceRepository<NetworkInterfaceEntity> {

    void flush();

    /** Returns ids only: the VPC is locked before the interface is read. */
    @Query("select n.subnetId from NetworkInterfaceEntity n"
            + " where n.account = :account and n.region = :region and n.resourceId = :id")
    Optional<String> subnetIdOf(String account, String region, String id);

    @Query("select n.resourceId from NetworkInterfaceEntity n"
            + " where n.account = :account and n.region = :region and n.attachment.attachmentId = :attachmentId")
    Optional<String> idByAttachment(String account, String region, String attachmentId);

    @Query("select n.attachment.instanceId from NetworkInterfaceEntity n"
            + " where n.account = :account and n.region = :region and n.attachment.attachmentId = :attachmentId"
            + " and n.attachment.instanceId is not null")
    Optional<String> instanceByAttachment(String account, String region, String attachmentId);

    @Query("select n from NetworkInterfaceEntity n"
            + " where n.account = :account and n.region = :region and n.vpcId = :vpcId order by n.seq")
    List<NetworkInterfaceEntity> ofVpc(String account, String region, String vpcId);

    @Query("select n from NetworkInterfaceEntity n"
            + " where n.account = :account and n.region = :region and n.managedBy = :owner order by n.seq")
    List<NetworkInterfaceEntity> managedBy(String account, String region, String owner);

    @Query("select n from NetworkInterfaceEntity n where n.account = :account and n.region = :region"
            + " and n.attachment.instanceId = :instanceId order by n.attachment.deviceIndex")
    List<NetworkInterfaceEntity> ofInstance(String account, String region, String instanceId);

    @Query("select n from NetworkInterfaceEntity n where n.account = :account and n.region = :region"
            + " and n.attachment.instanceId in :instanceIds order by n.attachment.deviceIndex, n.seq")
    List<NetworkInterfaceEntity> ofInstances(String account, String region, Collection<String> instanceIds);

    @Query("select count(n) from NetworkInterfaceEntity n"
            + " where n.account = :account and n.region = :region and n.subnetId = :subnetId")
    long countInSubnet(String account, String region, String subnetId);

    @Query("select count(n) from NetworkInterfaceEntity n join n.groupIds g"
            + " where n.account = :account and n.region = :region and g = :groupId")
    long countInGroup(String account, String region, String groupId);

    @Query("select a from InterfaceAddress a join fetch a.networkInterface n where n.account = :account"
            + " and n.region = :region and a.vpcId = :vpcId and a.address = :address")
    Optional<InterfaceAddress> address(String account, String region, String vpcId, String address);

    @Query("select a from InterfaceAddress a join fetch a.networkInterface"
            + " where a.subnetId = :subnetId and a.address = :address")
    Optional<InterfaceAddress> addressInSubnet(String subnetId, String address);

    @Query("select a from InterfaceAddress a join fetch a.networkInterface where a.allocationId in :allocationIds")
    List<InterfaceAddress> associated(Collection<String> allocationIds);

    @Query("select n.resourceId from InterfaceAddress a join a.networkInterface n"
            + " where n.account = :account and n.region = :region and a.associationId = :associationId")
    Optional<String> idByAssociation(String account, String region, String associationId);

    @Query("select a.allocationId from InterfaceAddress a join a.networkInterface n where n.account = :account"
            + " and n.region = :region and a.associationId = :associationId and a.allocationId is not null")
    Optional<String> allocationByAssociation(String account, String region, String associationId);

    @Query("select n.resourceId from InterfaceAddress a join a.networkInterface n"
            + " where n.account = :account and n.region = :region and a.allocationId = :allocationId")
    Optional<String> idByAllocation(String account, String region, String allocationId);

    @Query("select count(a) from InterfaceAddress a where a.vpcId = :vpcId and a.publicIp is not null")
    long countPublicIn(String vpcId);

    @Query("select n from InterfaceAddress a join a.networkInterface n where a.publicIp = :publicIp")
    Optional<NetworkInterfaceEntity> byPublicIp(String publicIp);

    @Query("select n from InterfaceAddress a join a.networkInterface n"
            + " where a.address = :address and a.ipv4Number is null order by n.seq")
    List<NetworkInterfaceEntity> byIpv6(String address);

    @Query("select count(a) from InterfaceAddress a where a.publicIp = :publicIp")
    long countPublic(String publicIp);

    @Query("select count(a) from InterfaceAddress a where a.subnetId = :subnetId and a.ipv4Number = :number")
    long countIpv4(String subnetId, long number);

    /** Reads an index backwards: H2 uses it only if ORDER BY names all its columns. */
    @Query("select a.ipv4Number from InterfaceAddress a where a.subnetId = :subnetId and a.ipv4Number is not null"
            + " order by a.subnetId desc, a.ipv4Number desc limit 1")
    Optional<Long> highestIpv4(String subnetId);

    @Query("select a.ipv4Number from InterfaceAddress a where a.subnetId = :subnetId and a.ipv4Number is not null")
    List<Long> allIpv4(String subnetId);

    @Query("select a.address from InterfaceAddress a where a.subnetId = :subnetId and a.ipv4Number is null")
    List<String> allIpv6(String subnetId);

    @Query("select p from InterfacePrefix p where p.subnetId = :subnetId")
    List<InterfacePrefix> prefixesIn(String subnetId);

    @Query("select p from InterfacePrefix p where p.subnetId in :subnetIds")
    List<InterfacePrefix> prefixesIn(Collection<String> subnetIds);

    @Query("select count(n) from NetworkInterfaceEntity n join n.groupIds g where n.account = :account"
            + " and n.region = :region and n.vpcId = :vpcId and g = :groupId")
    long countInGroup(String account, String region, String groupId, String vpcId);

    @Query("select count(a) from InterfaceAddress a where a.subnetId = :subnetId and a.ipv4Number is null")
    long countIpv6(String subnetId);

    @Query("select a.subnetId as subnetId, count(a) as addresses from InterfaceAddress a"
            + " where a.subnetId in :subnetIds and a.ipv4Number is not null group by a.subnetId")
    List<InUse> countIpv4(Collection<String> subnetIds);

    /** The number of IPv4 addresses in use in a subnet. */
    interface InUse {

        String getSubnetId();

        long getAddresses();
    }
}

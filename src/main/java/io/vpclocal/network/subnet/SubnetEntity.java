package io.vpclocal.network.subnet;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subnet: one IPv4 block, one IPv6 block, or one of each, in one zone of a VPC. */
@Entity
@Table(name = "subnet")
public class SubnetEntity extends ResourceEntity {

    private static final String RESOURCE_NAME = "resource-name";

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(updatable = false, length = 32)
    private @Nullable String cidrBlock;

    @Column(updatable = false, length = 64)
    private @Nullable String vpcAssociationId;

    @Column(length = 64)
    private @Nullable String ipv6CidrBlock;

    @Column(length = 64)
    private @Nullable String ipv6AssociationId;

    @Column(length = 64)
    private @Nullable String vpcIpv6AssociationId;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZone;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZoneId;

    @Column(nullable = false)
    private boolean defaultForAz;

    @Column(nullable = false)
    private boolean ipv6Native;

    @Column(nullable = false)
    private boolean mapPublicIpOnLaunch;

    @Column(nullable = false)
    private boolean assignIpv6AddressOnCreation;

    @Column(nullable = false)
    private boolean dns64;

    @Column(nullable = false, length = 16)
    private String hostnameType = "ip-name";

    @Column(name = "resource_name_dns_a_record", nullable = false)
    private boolean resourceNameDnsARecord;

    @Column(name = "resource_name_dns_aaaa_record", nullable = false)
    private boolean resourceNameDnsAaaaRecord;

    @Column(nullable = false)
    private boolean divided;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SubnetEntity() {}

    SubnetEntity(Scope scope, String id, Instant createdAt, String vpcId, AvailabilityZone zone) {
        super(scope, id, createdAt);
        this.vpcId = vpcId;
        this.availabilityZone = zone.name();
        this.availabilityZoneId = zone.id();
    }

    /** @param vpcAssociation the VPC's CIDR block that contains the subnet's, by its association id */
    void takeIpv4(Cidr cidr, String vpcAssociation) {
        this.cidrBlock = cidr.toString();
        this.vpcAssociationId = vpcAssociation;
    }

    void associateIpv6(String associationId, Cidr cidr, String vpcAssociation) {
        this.ipv6AssociationId = associationId;
        this.ipv6CidrBlock = cidr.toString();
        this.vpcIpv6AssociationId = vpcAssociation;
    }

    void disassociateIpv6() {
        this.ipv6AssociationId = null;
        this.ipv6CidrBlock = null;
        this.vpcIpv6AssociationId = null;
        this.dns64 = false;
    }

    /** Instances in a default subnet get public addresses. */
    void becomeDefault() {
        this.defaultForAz = true;
        this.mapPublicIpOnLaunch = true;
    }

    /** Instances in an IPv6-only subnet always get an IPv6 address. */
    void becomeIpv6Native() {
        this.ipv6Native = true;
        this.assignIpv6AddressOnCreation = true;
        this.hostnameType = RESOURCE_NAME;
        this.resourceNameDnsAaaaRecord = true;
    }

    public String vpcId() {
        return vpcId;
    }

    /** {@code arn:aws:ec2:…:vpc/…}, the value of the condition key {@code ec2:Vpc}. */
    public String vpcArn() {
        return scope().arn("ec2", "vpc/" + vpcId);
    }

    /** {@code arn:aws:ec2:…:subnet/…}, the value of the condition key {@code ec2:Subnet}. */
    public String arn() {
        return scope().arn("ec2", "subnet/" + id());
    }

    /** The IPv4 block; empty for an IPv6-only subnet. */
    public Optional<Cidr> cidr() {
        return Optional.ofNullable(cidrBlock).flatMap(Cidr::parse);
    }

    /** The IPv6 block, if the subnet has one. */
    public Optional<Cidr> ipv6Cidr() {
        return Optional.ofNullable(ipv6CidrBlock).flatMap(Cidr::parse);
    }

    @Nullable
    String cidrBlock() {
        return cidrBlock;
    }

    @Nullable
    String ipv6CidrBlock() {
        return ipv6CidrBlock;
    }

    @Nullable
    String ipv6AssociationId() {
        return ipv6AssociationId;
    }

    /** The zone's name, {@code us-east-1a}. */
    public String availabilityZone() {
        return availabilityZone;
    }

    /** The zone's id, {@code use1-az1}. */
    public String availabilityZoneId() {
        return availabilityZoneId;
    }

    public boolean isDefaultForAz() {
        return defaultForAz;
    }

    /** True if the subnet has no IPv4 addresses. */
    public boolean ipv6Native() {
        return ipv6Native;
    }

    public boolean mapPublicIpOnLaunch() {
        return mapPublicIpOnLaunch;
    }

    public boolean assignIpv6AddressOnCreation() {
        return assignIpv6AddressOnCreation;
    }

    public boolean dns64() {
        return dns64;
    }

    /** @throws AwsException if the type needs IPv4 addresses, which the subnet does not have */
    public void requireHostnameType(String type) {
        if (ipv6Native && !type.equals(RESOURCE_NAME)) {
            throw SubnetErrors.resourceNameOnly(id());
        }
    }

    /** {@code ip-name} or {@code resource-name}. */
    public String hostnameType() {
        return hostnameType;
    }

    public boolean resourceNameDnsARecord() {
        return resourceNameDnsARecord;
    }

    public boolean resourceNameDnsAaaaRecord() {
        return resourceNameDnsAaaaRecord;
    }

    /** The number of usable IPv4 addresses: all but the five that AWS reserves; 0 in an IPv6-only subnet. */
    public long usableAddresses() {
        return cidr().map(cidr -> cidr.size().longValueExact() - SubnetLimits.RESERVED_ADDRESSES)
                .orElse(0L);
    }

    /** True if the subnet ever had reserved blocks or delegated prefixes. */
    public boolean divided() {
        return divided;
    }

    public void divide() {
        this.divided = true;
    }

    void mapPublicIpOnLaunch(boolean on) {
        this.mapPublicIpOnLaunch = on;
    }

    void assignIpv6AddressOnCreation(boolean on) {
        this.assignIpv6AddressOnCreation = on;
    }

    void enableDns64(boolean on) {
        this.dns64 = on;
    }

    void nameHostsBy(String type) {
        this.hostnameType = type;
    }

    void enableResourceNameDnsARecord(boolean on) {
        this.resourceNameDnsARecord = on;
    }

    void enableResourceNameDnsAaaaRecord(boolean on) {
        this.resourceNameDnsAaaaRecord = on;
    }
}

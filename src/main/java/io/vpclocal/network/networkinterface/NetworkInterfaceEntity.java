package io.vpclocal.network.networkinterface;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network interface with its addresses and security groups. */
@Entity
@Table(name = "network_interface")
public class NetworkInterfaceEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZone;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZoneId;

    @Column(nullable = false, updatable = false, length = 64)
    private String interfaceType;

    @Column(nullable = false, length = 255)
    private String description;

    @Column(nullable = false, updatable = false, length = 17)
    private String macAddress;

    @Column(nullable = false)
    private boolean sourceDestCheck;

    @Column(updatable = false, length = 255)
    private @Nullable String requesterId;

    @Column(updatable = false, length = 64)
    private @Nullable String managedBy;

    @Column(nullable = false)
    private boolean denyAllIgwTraffic;

    @Embedded
    private @Nullable Tracking tracking;

    @Embedded
    private @Nullable Attachment attachment;

    @ElementCollection
    @CollectionTable(name = "network_interface_group", joinColumns = @JoinColumn(name = "interface_seq"))
    @OrderColumn(name = "position")
    @Column(name = "group_id", nullable = false, length = 64)
    private List<String> groupIds = new ArrayList<>();

    @OneToMany(mappedBy = "networkInterface", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("seq")
    private List<InterfaceAddress> addresses = new ArrayList<>();

    @OneToMany(mappedBy = "networkInterface", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("seq")
    private List<InterfacePrefix> prefixes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected NetworkInterfaceEntity() {}

    NetworkInterfaceEntity(SubnetEntity subnet, String id, Instant createdAt, String macAddress, InterfacePlan plan) {
        super(subnet.scope(), id, createdAt);
        this.vpcId = subnet.vpcId();
        this.subnetId = subnet.id();
        this.availabilityZone = subnet.availabilityZone();
        this.availabilityZoneId = subnet.availabilityZoneId();
        this.macAddress = macAddress;
        this.interfaceType = plan.type();
        this.description = plan.description();
        this.sourceDestCheck = plan.sourceDestCheck();
        this.requesterId = plan.requesterId();
        this.managedBy = plan.managedBy();
        this.tracking = plan.tracking();
    }

    public String vpcId() {
        return vpcId;
    }

    public String subnetId() {
        return subnetId;
    }

    public String availabilityZone() {
        return availabilityZone;
    }

    public String availabilityZoneId() {
        return availabilityZoneId;
    }

    /** {@code interface}, {@code vpc_endpoint}, {@code nat_gateway} and so on, as in the API. */
    public String interfaceType() {
        return interfaceType;
    }

    public String description() {
        return description;
    }

    public String macAddress() {
        return macAddress;
    }

    /** True if the interface accepts only packets from or to its own addresses. */
    public boolean sourceDestCheck() {
        return sourceDestCheck;
    }

    /** The service account or the caller that created the interface; null if the launch of an instance did. */
    public @Nullable String requesterId() {
        return requesterId;
    }

    /** True if another account than its own created and manages the interface, as EC2 describes it. */
    public boolean requesterManaged() {
        return managed() && requesterId != null && !requesterId.equals(account());
    }

    /** True if the interface belongs to a resource. Its account cannot change it. */
    public boolean managed() {
        return managedBy != null;
    }

    /** The resource that the interface belongs to, such as an endpoint or a NAT gateway. */
    public @Nullable String managedBy() {
        return managedBy;
    }

    /** True if internet gateways do not carry packets from or to its IPv6 addresses. */
    public boolean denyAllIgwTraffic() {
        return denyAllIgwTraffic;
    }

    Optional<Tracking> tracking() {
        return Optional.ofNullable(tracking);
    }

    public Optional<Attachment> attachment() {
        return Optional.ofNullable(attachment);
    }

    /** {@code in-use} when attached, else {@code available}. */
    public String status() {
        return attachment == null ? "available" : "in-use";
    }

    public List<String> groupIds() {
        return List.copyOf(groupIds);
    }

    /** All addresses of both families, in the order in which they were assigned. */
    public List<InterfaceAddress> addresses() {
        return List.copyOf(addresses);
    }

    /** The IPv4 addresses, the primary one first. */
    public List<InterfaceAddress> ipv4() {
        return addresses.stream().filter(InterfaceAddress::v4).toList();
    }

    public List<InterfaceAddress> ipv6() {
        return addresses.stream().filter(address -> !address.v4()).toList();
    }

    /** The primary IPv4 address; empty for an IPv6-only interface. */
    public Optional<InterfaceAddress> primaryAddress() {
        return addresses.stream()
                .filter(address -> address.v4() && address.isPrimary())
                .findFirst();
    }

    /** {@code arn:aws:ec2:…:network-interface/eni-…}. */
    public String arn() {
        return scope().arn("ec2", "network-interface/" + id());
    }

    InterfaceAddress add(Cidr address, boolean primary) {
        InterfaceAddress added = new InterfaceAddress(this, address, primary);
        addresses.add(added);
        return added;
    }

    void remove(InterfaceAddress address) {
        addresses.remove(address);
    }

    /** The delegated prefixes of both families, in the order in which they were assigned. */
    public List<Cidr> prefixes() {
        return prefixes.stream().map(InterfacePrefix::cidr).toList();
    }

    /** The delegated prefixes of one family. */
    public List<String> prefixes(boolean v4) {
        return prefixes().stream()
                .filter(prefix -> prefix.v4() == v4)
                .map(Cidr::toString)
                .toList();
    }

    void addPrefix(Cidr prefix) {
        prefixes.add(new InterfacePrefix(this, prefix));
    }

    /** False if the prefix is not assigned to the interface. */
    boolean removePrefix(Cidr prefix) {
        return prefixes.removeIf(own -> own.cidr().equals(prefix));
    }

    /** Makes the first IPv6 address the primary one. */
    void enablePrimaryIpv6() {
        ipv6().stream().findFirst().ifPresent(InterfaceAddress::becomePrimary);
    }

    void describe(String text) {
        this.description = text;
    }

    void checkSourceAndDestination(boolean on) {
        this.sourceDestCheck = on;
    }

    void denyAllIgwTraffic(boolean on) {
        this.denyAllIgwTraffic = on;
    }

    void track(Tracking timeouts) {
        this.tracking = timeouts;
    }

    void join(List<String> groups) {
        if (!groupIds.equals(groups)) {
            groupIds.clear();
            groupIds.addAll(groups);
        }
    }

    void attach(Attachment to) {
        this.attachment = to;
    }

    void detach() {
        this.attachment = null;
    }
}

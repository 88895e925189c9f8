package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbEntity;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A load balancer. Its id is the last part of its ARN, which is also in its DNS name. */
@Entity
@Table(name = "load_balancer")
public class LoadBalancerEntity extends ElbEntity {

    @Column(nullable = false, updatable = false, length = 32)
    private String name;

    @Column(nullable = false, updatable = false, length = 16)
    private String type;

    @Column(updatable = false, length = 16)
    private @Nullable String scheme;

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, length = 32)
    private String ipAddressType;

    @Column(length = 8)
    private @Nullable String enforceOnPrivateLink;

    @Column(name = "ipv6_source_nat", length = 8)
    private @Nullable String ipv6SourceNat;

    @ElementCollection
    @CollectionTable(name = "load_balancer_subnet", joinColumns = @JoinColumn(name = "load_balancer_seq"))
    @OrderColumn(name = "position")
    private List<LoadBalancerSubnet> subnets = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "load_balancer_group", joinColumns = @JoinColumn(name = "load_balancer_seq"))
    @OrderColumn(name = "position")
    @Column(name = "group_id", nullable = false, length = 64)
    private List<String> groupIds = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected LoadBalancerEntity() {}

    LoadBalancerEntity(Scope scope, String id, Instant createdAt, LoadBalancerPlan plan, String vpcId) {
        super(scope, id, createdAt);
        this.name = plan.name();
        this.type = plan.type().wire();
        this.scheme = plan.scheme();
        this.vpcId = vpcId;
        this.ipAddressType = plan.ipAddressType();
        this.ipv6SourceNat = plan.type() == LoadBalancerType.NETWORK ? "off" : null;
        this.groupIds.addAll(plan.groupIds());
        boolean guards =
                plan.type() == LoadBalancerType.NETWORK && !plan.groupIds().isEmpty();
        this.enforceOnPrivateLink = guards ? "on" : null;
    }

    @Override
    public String arn() {
        return scope().arn(ElbArn.SERVICE, "loadbalancer/" + path());
    }

    /** {@code net/NAME/ID}, part of its ARN, its listeners' ARNs, and its interfaces' descriptions. */
    public String path() {
        return type().inArn() + "/" + name + "/" + id();
    }

    String name() {
        return name;
    }

    public LoadBalancerType type() {
        return LoadBalancerType.of(type);
    }

    /** {@code internal} or {@code internet-facing}; null for a gateway load balancer. */
    @Nullable
    String scheme() {
        return scheme;
    }

    boolean internetFacing() {
        return LoadBalancerPlan.INTERNET_FACING.equals(scheme);
    }

    public String vpcId() {
        return vpcId;
    }

    /** {@code ipv4}, {@code dualstack} or {@code dualstack-without-public-ipv4}. */
    public String ipAddressType() {
        return ipAddressType;
    }

    void useAddressType(String wanted) {
        this.ipAddressType = wanted;
    }

    /** True if it has IPv6 addresses. */
    boolean dualstack() {
        return !ipAddressType.equals(LoadBalancerPlan.IPV4);
    }

    /** True if it has public IPv4 addresses. */
    boolean publicIpv4() {
        return internetFacing() && !ipAddressType.equals(LoadBalancerPlan.WITHOUT_PUBLIC_IPV4);
    }

    /** {@code on} or {@code off}; null unless it is a Network Load Balancer with security groups. */
    @Nullable
    public String enforceOnPrivateLink() {
        return enforceOnPrivateLink;
    }

    void enforceOnPrivateLink(String onOrOff) {
        this.enforceOnPrivateLink = onOrOff;
    }

    /** {@code off}; null for a gateway load balancer. */
    @Nullable
    String ipv6SourceNat() {
        return ipv6SourceNat;
    }

    public List<LoadBalancerSubnet> subnets() {
        return subnets;
    }

    List<String> groupIds() {
        return List.copyOf(groupIds);
    }

    void join(List<String> groups) {
        groupIds.clear();
        groupIds.addAll(groups);
    }

    /** True if it sends to targets in all zones unless the target group says otherwise. */
    public boolean crossZone() {
        return "true".equals(allAttributes().get(LoadBalancerAttributes.CROSS_ZONE));
    }

    @Override
    public AttributeSet attributeSet() {
        return LoadBalancerAttributes.of(type());
    }

    boolean deletionProtected() {
        return "true".equals(attributes().get(LoadBalancerAttributes.DELETION_PROTECTION));
    }
}

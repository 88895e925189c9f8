package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpointservice.EndpointDnsNames;
import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A VPC endpoint. It stores the parts of its DNS names, so that descriptions do not read the service. The route tables
 * of a gateway are not stored: they are the tables with its route. The service name of resource and service network
 * endpoints is the ARN of their target, which AWS shows in another member.
 */
@Entity
@Table(name = "vpc_endpoint")
public class VpcEndpointEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false, length = 32)
    private String endpointType;

    @Column(nullable = false, updatable = false, length = 255)
    private String serviceName;

    @Column(nullable = false, updatable = false, length = 64)
    private String serviceId;

    @Column(nullable = false, updatable = false, length = 32)
    private String serviceRegion;

    @Column(nullable = false, updatable = false, length = 32)
    private String serviceOwner;

    @Column(length = EndpointPolicies.MAX_LENGTH)
    private @Nullable String policyDocument;

    @Column(nullable = false, length = 16)
    private String ipAddressType;

    @Column(nullable = false, length = 16)
    private String dnsRecordIpType;

    @Column(nullable = false)
    private boolean privateDns;

    @Column
    private @Nullable Boolean inboundResolverOnly;

    @Column(length = 64)
    private @Nullable String privateDnsPreference;

    @Column(length = EndpointLimits.PRIVATE_DOMAINS * (EndpointLimits.DOMAIN + 3))
    private @Nullable String privateDnsDomains;

    @Column(nullable = false, updatable = false, length = 8)
    private String dnsToken;

    @Column(updatable = false, length = 255)
    private @Nullable String dnsBaseName;

    @Column(nullable = false, updatable = false)
    private boolean dnsWildcard;

    @Column(length = 64)
    private @Nullable String prefixListId;

    @Column(nullable = false, length = 32)
    @Enumerated(EnumType.STRING)
    private EndpointPhase phase;

    @Column(nullable = false)
    private Instant phaseSince;

    @ElementCollection
    @CollectionTable(name = "vpc_endpoint_subnet", joinColumns = @JoinColumn(name = "endpoint_seq"))
    @OrderColumn(name = "position")
    private List<EndpointSubnet> subnets = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "vpc_endpoint_group", joinColumns = @JoinColumn(name = "endpoint_seq"))
    @OrderColumn(name = "position")
    private List<EndpointGroup> groups = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "vpc_endpoint_private_name", joinColumns = @JoinColumn(name = "endpoint_seq"))
    @OrderColumn(name = "position")
    @Column(name = "name", nullable = false, length = 255)
    private List<String> privateNames = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected VpcEndpointEntity() {}

    /** @param dnsToken 8 lower-case letters and digits of its DNS names */
    public VpcEndpointEntity(VpcEntity vpc, String id, Instant createdAt, EndpointService service, String dnsToken) {
        super(vpc.scope(), id, createdAt);
        EndpointDnsNames.Host host = EndpointDnsNames.Host.of(service, id, dnsToken);
        this.vpcId = vpc.id();
        this.endpointType = service.type();
        this.serviceName = service.name();
        this.serviceId = service.id();
        this.serviceRegion = service.region();
        this.serviceOwner = service.owner();
        this.ipAddressType = AddressTypes.IPV4;
        this.dnsRecordIpType = AddressTypes.IPV4;
        this.dnsToken = dnsToken;
        this.dnsBaseName = host.baseName();
        this.dnsWildcard = host.wildcard();
        this.phase = service.acceptanceRequired() ? EndpointPhase.PENDING_ACCEPTANCE : EndpointPhase.CONNECTED;
        this.phaseSince = createdAt;
    }

    public String vpcId() {
        return vpcId;
    }

    public EndpointType type() {
        return EndpointType.find(endpointType).orElseThrow();
    }

    public String serviceName() {
        return serviceName;
    }

    public String serviceId() {
        return serviceId;
    }

    public String serviceRegion() {
        return serviceRegion;
    }

    /** {@code amazon} or an account id. */
    public String serviceOwner() {
        return serviceOwner;
    }

    /** True if the endpoint connects to a customer's service. */
    public boolean hosted() {
        return type().connects() && !serviceOwner.equals(EndpointService.AMAZON);
    }

    /** True if the service is in another Region. */
    public boolean crossRegion() {
        return !serviceRegion.equals(region());
    }

    /** The policy's text: a custom policy or AWS's default. */
    public String policyDocument() {
        return policyDocument == null ? EndpointPolicies.defaultFor(endpointType) : policyDocument;
    }

    /** @param text null for the default */
    public void usePolicy(@Nullable String text) {
        this.policyDocument = text;
    }

    public String ipAddressType() {
        return ipAddressType;
    }

    public String dnsRecordIpType() {
        return dnsRecordIpType;
    }

    public void useAddressTypes(AddressTypes types) {
        this.ipAddressType = types.ipAddressType();
        this.dnsRecordIpType = types.dnsRecordIpType();
    }

    public boolean privateDns() {
        return privateDns;
    }

    /** Whether private names resolve for inbound resolver endpoints only; null if this does not apply. */
    @Nullable
    public Boolean inboundResolverOnly() {
        return inboundResolverOnly;
    }

    public List<String> privateNames() {
        return privateNames;
    }

    /** @param names those of the service */
    public void enablePrivateDns(List<String> names, @Nullable Boolean onlyForInboundResolvers) {
        this.privateDns = true;
        this.inboundResolverOnly = onlyForInboundResolvers;
        this.privateNames.clear();
        this.privateNames.addAll(names);
    }

    public void disablePrivateDns() {
        this.privateDns = false;
        this.inboundResolverOnly = null;
        this.privateDnsPreference = null;
        this.privateDnsDomains = null;
        this.privateNames.clear();
    }

    /** The resource domains with private DNS. */
    public PrivateDomains privateDomains() {
        return new PrivateDomains(
                privateDnsPreference, PrivateDomains.split(Objects.requireNonNullElse(privateDnsDomains, "")));
    }

    public void usePrivateDomains(PrivateDomains domains) {
        this.privateDnsPreference = domains.preference();
        this.privateDnsDomains = domains.names().isEmpty() ? null : domains.joined();
    }

    /** The endpoint's DNS entries in AWS's order. */
    public List<DnsName> dnsNames() {
        return EndpointDnsNames.of(
                new EndpointDnsNames.Host(id(), dnsToken, serviceRegion, dnsBaseName, dnsWildcard),
                subnets.stream().map(EndpointSubnet::zone).toList(),
                privateNames);
    }

    /** The prefix list in a gateway's routes; null for other types. */
    @Nullable
    public String prefixListId() {
        return prefixListId;
    }

    public void routePrefixList(String id) {
        this.prefixListId = id;
    }

    public List<EndpointSubnet> subnets() {
        return subnets;
    }

    public List<EndpointGroup> groups() {
        return groups;
    }

    public List<String> groupIds() {
        return groups.stream().map(EndpointGroup::groupId).toList();
    }

    public void join(List<EndpointGroup> newGroups) {
        groups.clear();
        groups.addAll(newGroups);
    }

    public EndpointPhase phase() {
        return phase;
    }

    /** Whether the connection is accepted or needs no acceptance. */
    public boolean accepted() {
        return phase.connected();
    }

    public Instant phaseSince() {
        return phaseSince;
    }

    public void enter(EndpointPhase newPhase, Instant now) {
        this.phase = newPhase;
        this.phaseSince = now;
    }
}

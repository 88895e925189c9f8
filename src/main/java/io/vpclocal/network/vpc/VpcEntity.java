package io.vpclocal.network.vpc;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
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
import java.util.Optional;

/** A VPC with its CIDR blocks. The first block is the primary one. */
@Entity
@Table(name = "vpc")
public class VpcEntity extends ResourceEntity {

    @Column(nullable = false, length = 32)
    private String cidrBlock;

    @Column(nullable = false, length = 16)
    private String tenancy;

    @Column(nullable = false, length = 64)
    private String dhcpOptionsId;

    @Column(nullable = false)
    private boolean defaultVpc;

    @Column(nullable = false)
    private boolean dnsSupport = true;

    @Column(nullable = false)
    private boolean dnsHostnames;

    @Column(nullable = false)
    private boolean addressUsageMetrics;

    @ElementCollection
    @CollectionTable(name = "vpc_cidr_block", joinColumns = @JoinColumn(name = "vpc_seq"))
    @OrderColumn(name = "position")
    private List<VpcCidrBlock> blocks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected VpcEntity() {}

    VpcEntity(Scope scope, String id, Instant createdAt, VpcCidrBlock primary, String tenancy) {
        super(scope, id, createdAt);
        this.cidrBlock = primary.cidr().toString();
        this.tenancy = tenancy;
        this.dhcpOptionsId = "default";
        this.blocks.add(primary);
    }

    /** DNS hostnames are enabled by default only in a default VPC. */
    void becomeDefault() {
        this.defaultVpc = true;
        this.dnsHostnames = true;
    }

    public boolean isDefault() {
        return defaultVpc;
    }

    /** The primary IPv4 block as text. */
    public String cidrBlock() {
        return cidrBlock;
    }

    public List<Cidr> cidrs() {
        return blocks.stream().map(VpcCidrBlock::cidr).toList();
    }

    public List<Cidr> ipv4Cidrs() {
        return cidrs().stream().filter(Cidr::v4).toList();
    }

    public List<Cidr> ipv6Cidrs() {
        return cidrs().stream().filter(cidr -> !cidr.v4()).toList();
    }

    /** The association id of the VPC's block that contains the range; empty if none does. */
    public Optional<String> associationWith(Cidr cidr) {
        return blocks.stream()
                .filter(block -> block.cidr().contains(cidr))
                .findFirst()
                .map(VpcCidrBlock::associationId);
    }

    public String tenancy() {
        return tenancy;
    }

    /** The DHCP option set's id, or {@code default}. */
    public String dhcpOptionsId() {
        return dhcpOptionsId;
    }

    public boolean dnsSupport() {
        return dnsSupport;
    }

    public boolean dnsHostnames() {
        return dnsHostnames;
    }

    public boolean addressUsageMetrics() {
        return addressUsageMetrics;
    }

    /** {@code arn:aws:ec2:…:vpc/…}, the value of the condition key {@code ec2:Vpc}. */
    public String arn() {
        return scope().arn("ec2", "vpc/" + id());
    }

    void enableDnsSupport(boolean on) {
        this.dnsSupport = on;
    }

    void enableDnsHostnames(boolean on) {
        this.dnsHostnames = on;
    }

    void enableAddressUsageMetrics(boolean on) {
        this.addressUsageMetrics = on;
    }

    void changeTenancy(String newTenancy) {
        this.tenancy = newTenancy;
    }

    /** Associates an option set; {@code default} removes it. */
    public void useDhcpOptions(String optionsId) {
        this.dhcpOptionsId = optionsId;
    }

    List<VpcCidrBlock> blocks() {
        return blocks;
    }

    Optional<VpcCidrBlock> block(String associationId) {
        return blocks.stream()
                .filter(block -> block.associationId().equals(associationId))
                .findFirst();
    }

    void associate(VpcCidrBlock block) {
        blocks.add(block);
    }

    void disassociate(VpcCidrBlock block) {
        blocks.remove(block);
    }
}

package io.vpclocal.network.networkacl;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network ACL with its entries and the subnets that use it. */
@Entity
@Table(name = "network_acl")
public class NetworkAclEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false)
    private boolean defaultAcl;

    @ElementCollection
    @CollectionTable(name = "network_acl_entry", joinColumns = @JoinColumn(name = "acl_seq"))
    private Map<EntryKey, EntryValue> entries = new HashMap<>();

    @OneToMany(mappedBy = "acl")
    @OrderBy("seq")
    private List<NetworkAclAssociationEntity> associations = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected NetworkAclEntity() {}

    NetworkAclEntity(VpcEntity vpc, String id, Instant createdAt, boolean defaultAcl) {
        super(vpc.scope(), id, createdAt);
        this.vpcId = vpc.id();
        this.defaultAcl = defaultAcl;
    }

    public String vpcId() {
        return vpcId;
    }

    /** True for the ACL that new subnets of the VPC use. */
    public boolean isDefault() {
        return defaultAcl;
    }

    /** The entries of one direction in evaluation order, the lowest number first. */
    public List<NetworkAclRule> rules(boolean egress) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().egress() == egress)
                .map(entry -> entry.getValue().toRule(entry.getKey()))
                .sorted(Comparator.comparingInt(NetworkAclRule::number))
                .toList();
    }

    /** The subnets that use this ACL. */
    public List<String> subnetIds() {
        return associations.stream().map(NetworkAclAssociationEntity::subnetId).toList();
    }

    /** All entries, outbound ones first as AWS lists them. */
    List<NetworkAclRule> rules() {
        List<NetworkAclRule> all = new ArrayList<>(rules(true));
        all.addAll(rules(false));
        return all;
    }

    Optional<NetworkAclRule> rule(boolean egress, int number) {
        EntryKey key = new EntryKey(egress, number);
        return Optional.ofNullable(entries.get(key)).map(value -> value.toRule(key));
    }

    List<NetworkAclAssociationEntity> associations() {
        return List.copyOf(associations);
    }

    /** Adds the entry, or replaces the entry with the same number. */
    void put(NetworkAclRule rule) {
        entries.put(new EntryKey(rule.egress(), rule.number()), EntryValue.of(rule));
    }

    void remove(NetworkAclRule rule) {
        entries.remove(new EntryKey(rule.egress(), rule.number()));
    }
}

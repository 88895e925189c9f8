package io.vpclocal.network.securitygroup;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A security group with its rules. */
@Entity
@Table(name = "security_group")
public class SecurityGroupEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false, length = 255)
    private String name;

    @Column(nullable = false, updatable = false, length = 255)
    private String nameKey;

    @Column(nullable = false, updatable = false, length = 255)
    private String description;

    @Column(nullable = false, updatable = false)
    private boolean defaultGroup;

    @OneToMany(mappedBy = "group", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("seq")
    private List<SecurityGroupRuleEntity> rules = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected SecurityGroupEntity() {}

    SecurityGroupEntity(VpcEntity vpc, String id, Instant createdAt, String name, String description) {
        super(vpc.scope(), id, createdAt);
        this.vpcId = vpc.id();
        this.name = name;
        this.nameKey = nameKey(name);
        this.description = description;
        this.defaultGroup = name.equals(SecurityGroupLimits.DEFAULT_NAME);
    }

    /** The unique key in a VPC: AWS's group names are case-insensitive. */
    static String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public String vpcId() {
        return vpcId;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** True for the VPC's default group. */
    public boolean isDefault() {
        return defaultGroup;
    }

    /** {@code arn:aws:ec2:…:security-group/sg-…}. */
    public String arn() {
        return scope().arn("ec2", "security-group/" + id());
    }

    /** All rules in the order in which they were added. */
    public List<SecurityGroupRuleEntity> rules() {
        return List.copyOf(rules);
    }

    /** The outbound or the inbound rules. */
    public List<SecurityGroupRuleEntity> rules(boolean egress) {
        return rules.stream().filter(rule -> rule.egress() == egress).toList();
    }

    void add(SecurityGroupRuleEntity rule) {
        rules.add(rule);
    }

    void remove(SecurityGroupRuleEntity rule) {
        rules.remove(rule);
    }
}

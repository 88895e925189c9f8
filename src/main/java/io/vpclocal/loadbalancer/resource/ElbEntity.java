package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A load balancer, target group, or listener. The last part of its ARN is its id. Its tags and attributes are in two
 * tables named after its class.
 */
@MappedSuperclass
public abstract class ElbEntity extends ResourceEntity {

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "resource_seq"))
    @MapKeyColumn(name = "attribute_key", length = 256)
    @Column(name = "attribute_value", nullable = false, length = 1024)
    private Map<String, String> attributes = new HashMap<>();

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "resource_seq"))
    @MapKeyColumn(name = "tag_key", length = 128)
    @Column(name = "tag_value", nullable = false, length = 256)
    private Map<String, String> tags = new HashMap<>();

    protected ElbEntity() {}

    protected ElbEntity(Scope scope, String id, Instant createdAt) {
        super(scope, id, createdAt);
    }

    public abstract String arn();

    /** The attributes of its type. */
    public abstract AttributeSet attributeSet();

    /** Its tags by key, mutable. */
    public Map<String, String> tags() {
        return tags;
    }

    /** The attributes that were set, mutable. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** All attributes: AWS's defaults and the values that were set. */
    public Map<String, String> allAttributes() {
        Map<String, String> all = new TreeMap<>(attributeSet().defaults());
        attributes.forEach((key, value) -> all.computeIfPresent(key, (k, initial) -> value));
        return all;
    }
}

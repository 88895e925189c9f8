package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A user, group or role, with its policies. */
@Entity
public abstract class PolicyHolderEntity extends IamEntity {

    @Column(length = 2048)
    private @Nullable String boundaryArn;

    @ElementCollection
    @CollectionTable(name = "iam_inline_policy", joinColumns = @JoinColumn(name = "entity_seq"))
    @MapKeyColumn(name = "name", length = 128)
    @Column(name = "document", nullable = false, length = IamLimits.POLICY_DOCUMENT)
    private Map<String, String> inlinePolicies = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "iam_attachment", joinColumns = @JoinColumn(name = "entity_seq"))
    @Column(name = "policy_arn", nullable = false, length = 2048)
    private Set<String> attachedPolicies = new HashSet<>();

    protected PolicyHolderEntity() {}

    protected PolicyHolderEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt) {
        super(scope, uniqueId, path, name, createdAt);
    }

    /** The ARN of the permissions boundary. */
    @Nullable
    public String boundaryArn() {
        return boundaryArn;
    }

    public void bound(@Nullable String policyArn) {
        this.boundaryArn = policyArn;
    }

    /** Inline policy documents by policy name, in alphabetical order. */
    public SortedMap<String, String> inlinePolicies() {
        return new TreeMap<>(inlinePolicies);
    }

    /**
     * The name of the inline policy as first stored. Names are compared case-insensitively. A new name is returned
     * unchanged.
     */
    public String inlineName(String policyName) {
        return inlinePolicies.containsKey(policyName)
                ? policyName
                : inlinePolicies.keySet().stream()
                        .filter(policyName::equalsIgnoreCase)
                        .min(Comparator.naturalOrder())
                        .orElse(policyName);
    }

    public void putInline(String policyName, String document) {
        inlinePolicies.put(inlineName(policyName), document);
    }

    public void removeInline(String policyName) {
        inlinePolicies.remove(inlineName(policyName));
    }

    /** ARNs of the attached managed policies. */
    public SortedSet<String> attachedPolicies() {
        return new TreeSet<>(attachedPolicies);
    }

    public void attach(String policyArn) {
        attachedPolicies.add(policyArn);
    }

    /** @return false if it was not attached */
    public boolean detach(String policyArn) {
        return attachedPolicies.remove(policyArn);
    }
}

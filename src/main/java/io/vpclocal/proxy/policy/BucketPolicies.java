package io.vpclocal.proxy.policy;

import io.vpclocal.identity.IdentityLookup;
import io.vpclocal.protocol.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The policies of buckets. They are kept here because upstreams do not know the condition keys of endpoints. */
@Component
public class BucketPolicies {

    private final LearntResources resources;

    private final IdentityLookup identities;

    BucketPolicies(LearntResources resources, IdentityLookup identities) {
        this.resources = resources;
        this.identities = identities;
    }

    /** The owner of a bucket that calls have shown. */
    public Optional<String> owner(String bucket) {
        return resources.of(bucket).map(LearntResources.Known::owner);
    }

    /** The policy of a bucket; empty if it has none here. */
    public Optional<BucketPolicy> of(String bucket) {
        return resources.of(bucket).map(LearntResources.Known::policy).flatMap(BucketPolicy::read);
    }

    /**
     * Validates a policy.
     *
     * @throws io.vpclocal.protocol.AwsException {@code MalformedPolicy}
     */
    public BucketPolicy validated(String bucket, String text) {
        return new BucketPolicyRules(bucket, identities::exists).read(text);
    }

    /**
     * Stores a policy.
     *
     * @param owner the owner of the bucket if it is not known
     * @param policy null for none
     */
    public void put(String bucket, Scope owner, @Nullable BucketPolicy policy) {
        resources.keep(bucket, owner, policy == null ? null : policy.normalized());
    }

    /** Forgets a bucket that was deleted at the upstream. */
    public void forget(String bucket) {
        resources.forget(bucket);
    }
}

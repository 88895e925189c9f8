package io.vpclocal.identity.iam.attachment;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.policy.Policies;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import io.vpclocal.identity.iam.role.RoleEntity;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** Managed policies attached to users, groups and roles, and their permissions boundaries. */
@Service
public class AttachedPolicies {

    private final PolicyHolderLookup holders;
    private final Policies policies;
    private final IamPages pages;

    AttachedPolicies(PolicyHolderLookup holders, Policies policies, IamPages pages) {
        this.holders = holders;
        this.policies = policies;
        this.pages = pages;
    }

    /** Attaching an attached policy changes nothing. */
    void attach(IamKind kind, Call call, @Nullable String holderName, @Nullable String policyArn) {
        IamScope scope = IamScope.of(call.scope());
        String arn = IamParams.arn(scope, policyArn, "policyArn");
        PolicyHolderEntity holder = holders.change(kind, scope, holderName);
        policies.requireAttachable(scope, arn);
        if (arn.contains(":iam::aws:policy" + RoleEntity.SERVICE_LINKED_PATH)) {
            throw IamErrors.serviceRolePolicy(kind);
        }
        int quota = IamLimits.attachedPolicies(kind);
        if (!holder.attachedPolicies().contains(arn)
                && holder.attachedPolicies().size() >= quota) {
            throw IamErrors.quota("PoliciesPer" + kind.label(), quota);
        }
        holder.attach(arn);
    }

    void detach(IamKind kind, Call call, @Nullable String holderName, @Nullable String policyArn) {
        IamScope scope = IamScope.of(call.scope());
        String arn = IamParams.arn(scope, policyArn, "policyArn");
        PolicyHolderEntity holder = holders.change(kind, scope, holderName);
        if (!holder.detach(arn)) {
            throw IamErrors.policyNotAttached(arn);
        }
    }

    /** @param policyArn ARN of the boundary; null to remove it */
    void bound(IamKind kind, Call call, @Nullable String holderName, @Nullable String policyArn) {
        IamScope scope = IamScope.of(call.scope());
        PolicyHolderEntity holder = holders.change(kind, scope, holderName);
        if (policyArn != null) {
            policies.requireBoundary(scope, IamParams.arn(scope, policyArn, "permissionsBoundary"));
        } else if (holder.boundaryArn() == null) {
            throw IamErrors.noBoundary(kind, holder.name());
        }
        holder.bound(policyArn);
    }

    IamPages.Slice<AttachedPolicy> list(
            IamKind kind,
            Call call,
            @Nullable String holderName,
            @Nullable String pathPrefix,
            @Nullable String marker,
            @Nullable Integer maxItems) {
        PolicyHolderEntity holder = holders.require(kind, IamScope.of(call.scope()), holderName);
        String prefix = IamParams.policyPathPrefix(pathPrefix);
        List<AttachedPolicy> attached = holder.attachedPolicies().stream()
                .filter(arn -> arn.substring(arn.indexOf(":policy/") + ":policy".length())
                        .startsWith(prefix))
                .map(AttachedPolicies::toWire)
                .toList();
        return pages.of(attached, AttachedPolicy::policyArn, "attached\n" + holder.id() + prefix, marker, maxItems);
    }

    public static AttachedPolicy toWire(String arn) {
        return AttachedPolicy.builder()
                .policyName(arn.substring(arn.lastIndexOf('/') + 1))
                .policyArn(arn)
                .build();
    }
}

package io.vpclocal.identity.iam.attachment;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import io.vpclocal.identity.iam.policy.PolicyTexts;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Inline policies of users, groups and roles. */
@Service
class InlinePolicies {

    record Inline(String holder, String name, String document) {}

    private final PolicyHolderLookup holders;
    private final IamPages pages;

    InlinePolicies(PolicyHolderLookup holders, IamPages pages) {
        this.holders = holders;
        this.pages = pages;
    }

    void put(IamKind kind, Call call, @Nullable String holderName, @Nullable String policyName, @Nullable String text) {
        String name = IamParams.newName(IamKind.POLICY, policyName);
        PolicyHolderEntity holder = holders.change(kind, IamScope.of(call.scope()), holderName);
        String document =
                PolicyTexts.parseNew(holder.scope(), text, PolicyDialect.INLINE).text();
        String present = holder.inlineName(name);
        int others = holder.inlinePolicies().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(present))
                .mapToInt(entry -> PolicyTexts.size(entry.getValue()))
                .sum();
        if (others + PolicyTexts.size(document) > IamLimits.inlinePolicies(kind)) {
            throw IamErrors.inlineTooLarge(kind, holder.name());
        }
        holder.putInline(name, document);
    }

    Inline get(IamKind kind, Call call, @Nullable String holderName, @Nullable String policyName) {
        return get(holders.require(kind, IamScope.of(call.scope()), holderName), policyName);
    }

    void delete(IamKind kind, Call call, @Nullable String holderName, @Nullable String policyName) {
        PolicyHolderEntity holder = holders.change(kind, IamScope.of(call.scope()), holderName);
        holder.removeInline(get(holder, policyName).name());
    }

    IamPages.Slice<String> list(
            IamKind kind, Call call, @Nullable String holderName, @Nullable String marker, @Nullable Integer maxItems) {
        PolicyHolderEntity holder = holders.require(kind, IamScope.of(call.scope()), holderName);
        List<String> names = List.copyOf(holder.inlinePolicies().keySet());
        return pages.of(names, Function.identity(), "inline\n" + holder.id(), marker, maxItems);
    }

    private static Inline get(PolicyHolderEntity holder, @Nullable String policyName) {
        String asked = IamParams.name(policyName, "policyName");
        String name = holder.inlineName(asked);
        String document = holder.inlinePolicies().get(name);
        if (document == null) {
            throw IamErrors.inlinePolicyNotFound(holder.kind(), name);
        }
        return new Inline(holder.name(), name, document);
    }
}

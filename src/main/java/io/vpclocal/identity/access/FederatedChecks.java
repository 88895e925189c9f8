package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.federation.FederatedIdentity;
import io.vpclocal.identity.federation.SamlIdentities;
import io.vpclocal.identity.federation.WebIdentities;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Checks users of identity providers against the trust policy of the role that they assume. */
@Component
class FederatedChecks {

    static final String WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity";
    static final String SAML = "sts:AssumeRoleWithSAML";

    private final WebIdentities webIdentities;
    private final SamlIdentities samlIdentities;
    private final TrustChecks trust;
    private final IamTargets iam;
    private final ConditionKeys keys;

    FederatedChecks(
            WebIdentities webIdentities,
            SamlIdentities samlIdentities,
            TrustChecks trust,
            IamTargets iam,
            ConditionKeys keys) {
        this.webIdentities = webIdentities;
        this.samlIdentities = samlIdentities;
        this.trust = trust;
        this.iam = iam;
        this.keys = keys;
    }

    List<Check> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        String arn = members.first("RoleArn");
        Optional<IamScope> scope = arn != null && IamScope.isRoleArn(arn) ? IamScope.ofArn(arn) : Optional.empty();
        Optional<FederatedIdentity> proved = scope.flatMap(account -> identity(account, rule, members));
        if (arn == null || scope.isEmpty() || proved.isEmpty()) {
            // A parameter is missing or malformed. The action itself reports that.
            return List.of();
        }
        FederatedIdentity identity = proved.get();
        Target role = iam.target("role", arn);
        Map<String, List<String>> context = new LinkedHashMap<>(keys.of(call, rule, role, request));
        context.putAll(identity.keys());
        if (!identity.tags().isEmpty()) {
            context.putAll(ConditionKeys.requestTags(identity.tags()));
        }
        if (!identity.transitiveTags().isEmpty()) {
            context.put("sts:TransitiveTagKeys", identity.transitiveTags());
        }
        if (identity.sourceIdentity() != null) {
            context.put("sts:SourceIdentity", List.of(identity.sourceIdentity()));
        }
        return trust.of(
                rule,
                role,
                context,
                !identity.tags().isEmpty(),
                identity.sourceIdentity() != null,
                Principal.ofProvider(identity.provider(), scope.get()));
    }

    private Optional<FederatedIdentity> identity(IamScope account, ActionRule rule, RequestMembers members) {
        if (rule.action().equals(SAML)) {
            String role = members.first("RoleArn");
            String provider = members.first("PrincipalArn");
            String assertion = members.first("SAMLAssertion");
            return role == null || provider == null || assertion == null
                    ? Optional.empty()
                    : Optional.of(samlIdentities
                            .verify(account, role, provider, assertion)
                            .identity());
        }
        String token = members.first("WebIdentityToken");
        return token == null
                ? Optional.empty()
                : Optional.of(webIdentities.verify(account, token).identity());
    }
}

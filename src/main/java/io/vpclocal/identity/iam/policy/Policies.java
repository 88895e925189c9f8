package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.Tag;

/** Customer managed and AWS managed policies. */
@Service
public class Policies {

    private static final Pattern POLICY = Pattern.compile("arn:[^:]*:iam::[^:]*:policy/.+");

    private final ManagedPolicies rows;
    private final PolicyHolders holders;
    private final AwsManagedPolicies aws;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    Policies(
            ManagedPolicies rows,
            PolicyHolders holders,
            AwsManagedPolicies aws,
            IamAccounts accounts,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.holders = holders;
        this.aws = aws;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    ManagedPolicyEntity create(
            IamScope scope, String path, String name, String text, @Nullable String description, List<Tag> tags) {
        accounts.change(scope);
        requireSize(PolicyTexts.parseNew(scope, text, PolicyDialect.MANAGED));
        if (rows.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.POLICY, name);
        }
        if (rows.count(scope) >= IamLimits.POLICIES) {
            throw IamErrors.quota("PoliciesPerAccount", IamLimits.POLICIES);
        }
        ManagedPolicyEntity policy =
                new ManagedPolicyEntity(scope, "ANPA" + ids.upper(17), path, name, clock.instant(), text);
        policy.describe(description);
        IamTags.put(policy, tags);
        return rows.save(policy);
    }

    /** The customer managed policy with that ARN. */
    Optional<ManagedPolicyEntity> find(IamScope scope, String arn) {
        return rows.find(scope, arn.substring(arn.lastIndexOf('/') + 1))
                .filter(policy -> policy.arn().equals(arn));
    }

    public ManagedPolicyEntity require(IamScope scope, String arn) {
        return find(scope, arn).orElseThrow(() -> IamErrors.notFound(IamKind.POLICY, arn));
    }

    /** The customer managed policy, for a change. AWS managed policies cannot be changed. */
    public ManagedPolicyEntity change(IamScope scope, String arn) {
        accounts.change(scope);
        if (aws.find(arn).isPresent()) {
            throw IamErrors.awsManaged(arn);
        }
        return require(scope, arn);
    }

    /** The current document of the policy with that ARN. Empty if the account cannot attach such a policy. */
    public Optional<String> document(IamScope scope, String arn) {
        return aws.find(arn).map(AwsManagedPolicies.AwsPolicy::document).or(() -> find(scope, arn)
                .map(ManagedPolicyEntity::document));
    }

    public void requireAttachable(IamScope scope, String arn) {
        requireKnown(scope, arn, "Policy " + arn);
    }

    /** As {@link #requireAttachable}, for a permissions boundary. AWS names it differently (recorded). */
    public void requireBoundary(IamScope scope, String arn) {
        requireKnown(scope, arn, "Scope ARN: " + arn);
    }

    private void requireKnown(IamScope scope, String arn, String label) {
        if (!POLICY.matcher(arn).matches()) {
            throw IamErrors.notPolicyArn(arn);
        }
        if (document(scope, arn).isEmpty()) {
            throw IamErrors.policyNotAttachable(label);
        }
    }

    void delete(IamScope scope, String arn) {
        ManagedPolicyEntity policy = change(scope, arn);
        if (!holders.findAttached(arn, scope.account(), scope.partition()).isEmpty()
                || !holders.findBounded(arn, scope.account(), scope.partition()).isEmpty()) {
            throw IamErrors.policyInUse();
        }
        if (policy.versions().size() > 1) {
            throw IamErrors.policyHasVersions();
        }
        rows.delete(policy);
    }

    PolicyVersionRow addVersion(IamScope scope, String arn, String text, boolean inForce) {
        ManagedPolicyEntity policy = change(scope, arn);
        requireSize(PolicyTexts.parseNew(scope, text, PolicyDialect.MANAGED));
        if (policy.versions().size() >= IamLimits.POLICY_VERSIONS) {
            throw IamErrors.tooManyVersions();
        }
        PolicyVersionRow version = policy.addVersion(text, clock.instant());
        if (inForce) {
            policy.putInForce(version.number(), clock.instant());
        }
        return version;
    }

    void putInForce(IamScope scope, String arn, String versionId) {
        ManagedPolicyEntity policy = change(scope, arn);
        policy.putInForce(version(policy, versionId).number(), clock.instant());
    }

    void deleteVersion(IamScope scope, String arn, String versionId) {
        ManagedPolicyEntity policy = change(scope, arn);
        PolicyVersionRow version = version(policy, versionId);
        if (version.number() == policy.defaultVersion()) {
            throw IamErrors.defaultVersion();
        }
        policy.removeVersion(version, clock.instant());
    }

    PolicyVersionRow version(ManagedPolicyEntity policy, String versionId) {
        return number(versionId)
                .flatMap(policy::version)
                .orElseThrow(() -> IamErrors.versionNotFound(policy.arn(), versionId));
    }

    private static Optional<Integer> number(String versionId) {
        return versionId.matches("v[1-9]\\d{0,8}")
                ? Optional.of(Integer.valueOf(versionId.substring(1)))
                : Optional.empty();
    }

    private static void requireSize(PolicyDocument document) {
        if (document.sizeWithoutWhitespace() > IamLimits.MANAGED_POLICY) {
            throw IamErrors.managedTooLarge();
        }
    }
}

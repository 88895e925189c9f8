package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.policy.PolicyTexts;
import io.vpclocal.identity.iam.user.Users;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.protocol.AwsException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Converts trust policies between their stored form and their response form. The stored form names users and roles by
 * unique id. The response form names them by ARN, or by id if they were deleted (IAM User Guide, "AWS JSON policy
 * elements: Principal").
 */
@Component
class TrustPolicies {

    private static final Pattern UNIQUE_ID = Pattern.compile("A(IDA|ROA)[A-Z0-9]{12,}");

    private final Users users;
    private final Roles roles;

    TrustPolicies(Users users, Roles roles) {
        this.users = users;
        this.roles = roles;
    }

    /**
     * @throws AwsException {@code MalformedPolicyDocument} if it is invalid or names users, roles or services that do not
     *     exist
     */
    String store(IamScope scope, String text) {
        PolicyDocument document = PolicyTexts.parseNewTrustPolicy(text);
        if (document.sizeWithoutWhitespace() > IamLimits.TRUST_POLICY) {
            throw IamErrors.trustTooLarge();
        }
        return document.textWithAwsPrincipals(principal -> toId(scope, principal));
    }

    String show(String stored) {
        if (!stored.contains("AIDA") && !stored.contains("AROA")) {
            return stored;
        }
        return PolicyDocument.parse(stored, PolicyDialect.TRUST).textWithAwsPrincipals(this::toArn);
    }

    private String toId(IamScope own, String principal) {
        // Recorded: an account may be written with dashes.
        if (principal.matches("\\d{12}|\\d{4}-\\d{4}-\\d{4}")) {
            return new IamScope(own.partition(), principal.replace("-", "")).arn("root");
        }
        if (UNIQUE_ID.matcher(principal).matches() && byId(principal).isEmpty()) {
            throw IamErrors.invalidPrincipal(principal);
        }
        String[] arn = principal.split(":", 6);
        // Recorded for bucket policies.
        if (arn.length > 1 && !arn[1].equals(own.partition())) {
            throw IamErrors.invalidPrincipal(principal);
        }
        if (arn.length < 6) {
            return principal;
        }
        IamScope scope = new IamScope(arn[1], arn[4]);
        if (arn[5].startsWith("assumed-role/")
                && roles.find(scope, arn[5].split("/", 3)[1]).isEmpty()) {
            throw IamErrors.invalidPrincipal(principal);
        }
        if (!arn[2].equals("iam")) {
            return principal;
        }
        String name = arn[5].substring(arn[5].lastIndexOf('/') + 1);
        Optional<? extends IamEntity> named = arn[5].startsWith("user/")
                ? users.find(scope, name)
                : arn[5].startsWith("role/") ? roles.find(scope, name) : Optional.empty();
        if (arn[5].equals("root")) {
            return principal;
        }
        return named.filter(entity -> entity.arn().equals(principal))
                .map(IamEntity::id)
                .orElseThrow(() -> IamErrors.invalidPrincipal(principal));
    }

    private String toArn(String principal) {
        if (!UNIQUE_ID.matcher(principal).matches()) {
            return principal;
        }
        return byId(principal).map(IamEntity::arn).orElse(principal);
    }

    private Optional<? extends IamEntity> byId(String id) {
        return id.startsWith("AIDA") ? users.findByUniqueId(id) : roles.findByUniqueId(id);
    }
}

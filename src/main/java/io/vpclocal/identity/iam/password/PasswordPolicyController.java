package io.vpclocal.identity.iam.password;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;

@AwsController(AwsService.IAM)
class PasswordPolicyController {

    private final PasswordPolicies policies;

    PasswordPolicyController(PasswordPolicies policies) {
        this.policies = policies;
    }

    /** Members that are not given get their defaults, not their former values (IAM API Reference). */
    @AwsAction
    UpdateAccountPasswordPolicyResponse updateAccountPasswordPolicy(
            UpdateAccountPasswordPolicyRequest request, Call call) {
        Integer length = request.minimumPasswordLength();
        IamScope scope = IamScope.of(call.scope());
        PasswordPolicyEntity policy = policies.findById(scope.id()).orElseGet(() -> new PasswordPolicyEntity(scope));
        policy.replace(new PasswordRules(
                length == null ? PasswordRules.SHORTEST : length,
                on(request.requireSymbols()),
                on(request.requireNumbers()),
                on(request.requireUppercaseCharacters()),
                on(request.requireLowercaseCharacters()),
                on(request.allowUsersToChangePassword()),
                request.maxPasswordAge(),
                request.passwordReusePrevention(),
                request.hardExpiry()));
        policies.save(policy);
        return UpdateAccountPasswordPolicyResponse.builder().build();
    }

    @AwsAction
    GetAccountPasswordPolicyResponse getAccountPasswordPolicy(GetAccountPasswordPolicyRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        PasswordRules rules = policies.findById(scope.id())
                .orElseThrow(() -> IamErrors.noSuchEntity(
                        "The Password Policy with domain name " + scope.account() + " cannot be found."))
                .rules();
        return GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy(policy -> policy.minimumPasswordLength(rules.minimumLength())
                        .requireSymbols(rules.symbols())
                        .requireNumbers(rules.numbers())
                        .requireUppercaseCharacters(rules.uppercase())
                        .requireLowercaseCharacters(rules.lowercase())
                        .allowUsersToChangePassword(rules.changeAllowed())
                        .expirePasswords(rules.maxAge() != null)
                        .maxPasswordAge(rules.maxAge())
                        .passwordReusePrevention(rules.reusePrevention())
                        .hardExpiry(rules.hardExpiry()))
                .build();
    }

    @AwsAction
    DeleteAccountPasswordPolicyResponse deleteAccountPasswordPolicy(
            DeleteAccountPasswordPolicyRequest request, Call call) {
        policies.delete(policies.findById(IamScope.of(call.scope()).id())
                .orElseThrow(
                        () -> IamErrors.noSuchEntity("The account policy with name PasswordPolicy cannot be found.")));
        return DeleteAccountPasswordPolicyResponse.builder().build();
    }

    private static boolean on(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}

package io.vpclocal.identity.iam.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;

/** Expected: recorded from AWS by LocalStack's tests, unless a test says otherwise. */
@EmulatorTest
class PasswordTest extends IamTestBase {

    private static final String GOOD = "Correct-Horse-1";

    @Test
    void aLoginProfileIsCreatedChangedAndDeleted() {
        iam.createUser(r -> r.userName("ana"));
        assertThat(iam.createLoginProfile(r -> r.userName("ana").password(GOOD))
                        .loginProfile()
                        .passwordResetRequired())
                .isFalse();
        Expect.awsError(
                "EntityAlreadyExists",
                "Login Profile for user ana already exists.",
                () -> iam.createLoginProfile(r -> r.userName("ana").password(GOOD)));
        iam.updateLoginProfile(r -> r.userName("ana").passwordResetRequired(true));
        assertThat(iam.getLoginProfile(r -> r.userName("ana")).loginProfile().passwordResetRequired())
                .isTrue();
        Expect.awsError(
                "DeleteConflict",
                "Cannot delete entity, must delete login profile first.",
                () -> iam.deleteUser(r -> r.userName("ana")));
        iam.deleteLoginProfile(r -> r.userName("ana"));
        Expect.awsError(
                "NoSuchEntity",
                "Login Profile for User ana cannot be found.",
                () -> iam.getLoginProfile(r -> r.userName("ana")));
        iam.deleteUser(r -> r.userName("ana"));
    }

    @Test
    void thePasswordPolicyHasDefaults() {
        Expect.awsError(
                "NoSuchEntity",
                "The Password Policy with domain name " + account + " cannot be found.",
                () -> iam.getAccountPasswordPolicy());
        Expect.awsError(
                "NoSuchEntity",
                "The account policy with name PasswordPolicy cannot be found.",
                () -> iam.deleteAccountPasswordPolicy());
        iam.updateAccountPasswordPolicy(r -> {});
        PasswordPolicy policy = iam.getAccountPasswordPolicy().passwordPolicy();
        assertThat(policy)
                .isEqualTo(PasswordPolicy.builder()
                        .minimumPasswordLength(6)
                        .requireSymbols(false)
                        .requireNumbers(false)
                        .requireUppercaseCharacters(false)
                        .requireLowercaseCharacters(false)
                        .allowUsersToChangePassword(false)
                        .expirePasswords(false)
                        .build());
        iam.updateAccountPasswordPolicy(r -> r.maxPasswordAge(60).hardExpiry(true));
        assertThat(iam.getAccountPasswordPolicy().passwordPolicy())
                .isEqualTo(policy.toBuilder()
                        .expirePasswords(true)
                        .maxPasswordAge(60)
                        .hardExpiry(true)
                        .build());
        Expect.awsError("ValidationError", () -> iam.updateAccountPasswordPolicy(r -> r.minimumPasswordLength(129)));
        iam.deleteAccountPasswordPolicy();
        Expect.awsError("NoSuchEntity", () -> iam.getAccountPasswordPolicy());
    }

    /** Reported by AWS's users. The text about the length is our guess. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abcdefgh1 | Password should meet 1 more of the following requirements: Password should have at least"
                        + " one uppercase letter, Password should have at least one symbol",
                "Aa1 | Password should have a minimum length of 8"
            })
    void accountsWithoutAPolicyHaveRules(String password, String problem) {
        iam.createUser(r -> r.userName("ana"));
        Expect.awsError(
                "PasswordPolicyViolation",
                problem,
                () -> iam.createLoginProfile(r -> r.userName("ana").password(password)));
    }

    @Test
    void usersChangeTheirPasswords() {
        IamClient ana = aws.iam(people.user(account, "ana", People.allowing("iam:ChangePassword")));
        iam.updateAccountPasswordPolicy(
                r -> r.minimumPasswordLength(10).requireNumbers(true).passwordReusePrevention(2));
        iam.createLoginProfile(r -> r.userName("ana").password("password-1").passwordResetRequired(true));
        // Our guess.
        Expect.awsError(
                "InvalidUserType",
                () -> ana.changePassword(r -> r.oldPassword("wrong").newPassword("password-2")));
        Expect.awsError(
                "PasswordPolicyViolation",
                "Password should have at least one number",
                () -> ana.changePassword(r -> r.oldPassword("password-1").newPassword("password-x")));
        ana.changePassword(r -> r.oldPassword("password-1").newPassword("password-2"));
        assertThat(iam.getLoginProfile(r -> r.userName("ana")).loginProfile().passwordResetRequired())
                .isFalse();
        // Our guess.
        Expect.awsError(
                "PasswordPolicyViolation",
                "Password should not be one of the last 2 passwords",
                () -> ana.changePassword(r -> r.oldPassword("password-2").newPassword("password-1")));
        ana.changePassword(r -> r.oldPassword("password-2").newPassword("password-3"));
        ana.changePassword(r -> r.oldPassword("password-3").newPassword("password-1"));
    }
}

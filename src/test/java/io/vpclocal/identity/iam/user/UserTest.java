package io.vpclocal.identity.iam.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** Expected texts: recorded from AWS by others; limits: IAM User Guide, quotas. */
@EmulatorTest
class UserTest extends IamTestBase {

    @Test
    void usersHaveIdPathArnAndTags() {
        User user = iam.createUser(r -> r.userName("Ana").path("/team/a/").tags(tag("k", "v")))
                .user();
        assertThat(user.userId()).matches("AIDA[A-Z2-7]{17}");
        assertThat(user.arn()).isEqualTo("arn:aws:iam::" + account + ":user/team/a/Ana");
        assertThat(user.tags()).containsExactly(tag("k", "v"));
        assertThat(iam.getUser(r -> r.userName("ana")).user()).isEqualTo(user);
    }

    @Test
    void namesDifferByMoreThanCase() {
        iam.createUser(r -> r.userName("Ana"));
        assertThat(Expect.awsError("EntityAlreadyExists", () -> iam.createUser(r -> r.userName("ANA")))
                        .statusCode())
                .isEqualTo(409);
        Expect.awsError(
                "EntityAlreadyExists",
                "User with name Ana already exists.",
                () -> iam.createUser(r -> r.userName("Ana")));
    }

    @ParameterizedTest
    @CsvSource({"'a b', /", "a/b, /", "ok, no-slash", "ok, /open"})
    void malformedNamesAndPathsAreRefused(String name, String path) {
        Expect.awsError(
                "ValidationError", () -> iam.createUser(r -> r.userName(name).path(path)));
    }

    @Test
    void namesHaveALimit() {
        iam.createUser(r -> r.userName("a".repeat(64)));
        Expect.awsError("ValidationError", () -> iam.createUser(r -> r.userName("a".repeat(65))));
    }

    @Test
    void missingUsersAreNotFound() {
        assertThat(Expect.awsError("NoSuchEntity", () -> iam.getUser(r -> r.userName("nobody")))
                        .statusCode())
                .isEqualTo(404);
        Expect.awsError(
                "NoSuchEntity",
                "The user with name nobody cannot be found.",
                () -> iam.deleteUser(r -> r.userName("nobody")));
    }

    @Test
    void usersAreListedInPagesUnderAPath() {
        for (String name : List.of("c", "a", "b")) {
            iam.createUser(r -> r.userName(name).path("/x/"));
        }
        iam.createUser(r -> r.userName("other"));
        ListUsersResponse first = iam.listUsers(r -> r.pathPrefix("/x").maxItems(2));
        assertThat(first.users()).extracting(User::userName).containsExactly("a", "b");
        assertThat(first.isTruncated()).isTrue();
        ListUsersResponse second =
                iam.listUsers(r -> r.pathPrefix("/x").maxItems(2).marker(first.marker()));
        assertThat(second.users()).extracting(User::userName).containsExactly("c");
        assertThat(second.isTruncated()).isFalse();
        assertThat(second.marker()).isNull();
        Expect.awsError("ValidationError", () -> iam.listUsers(r -> r.marker("bad")));
        Expect.awsError("ValidationError", () -> iam.listUsers(r -> r.maxItems(1001)));
    }

    @Test
    void aRenamedUserKeepsItsIdAndKeys() {
        AwsCredentials key = people.user(account, "ana");
        String id = iam.getUser(r -> r.userName("ana")).user().userId();
        iam.updateUser(r -> r.userName("ana").newUserName("bea").newPath("/p/"));
        assertThat(iam.getUser(r -> r.userName("bea")).user().userId()).isEqualTo(id);
        assertThat(aws.sts(key).getCallerIdentity().arn()).endsWith(":user/p/bea");
        iam.createUser(r -> r.userName("cid"));
        Expect.awsError(
                "EntityAlreadyExists",
                () -> iam.updateUser(r -> r.userName("cid").newUserName("bea")));
    }

    @Test
    void usersWithKeysPoliciesOrGroupsCannotBeDeleted() {
        AwsCredentials key = people.user(account, "ana", People.allowing("ec2:*"));
        iam.attachUserPolicy(r -> r.userName("ana").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        iam.createGroup(r -> r.groupName("g"));
        iam.addUserToGroup(r -> r.groupName("g").userName("ana"));
        conflict("Cannot delete entity, must remove users from group first.");
        Expect.awsError("DeleteConflict", () -> iam.deleteGroup(r -> r.groupName("g")));
        iam.removeUserFromGroup(r -> r.groupName("g").userName("ana"));
        conflict("Cannot delete entity, must detach all policies first.");
        iam.detachUserPolicy(r -> r.userName("ana").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        conflict("Cannot delete entity, must delete policies first.");
        iam.deleteUserPolicy(r -> r.userName("ana").policyName("inline"));
        conflict("Cannot delete entity, must delete access keys first.");
        iam.deleteAccessKey(r -> r.userName("ana").accessKeyId(key.accessKeyId()));
        iam.deleteUser(r -> r.userName("ana"));
        assertThat(iam.listUsers().users()).isEmpty();
        iam.deleteGroup(r -> r.groupName("g"));
    }

    @Test
    void aUserCanHaveTwoKeys() {
        people.user(account, "ana");
        AccessKey key = iam.createAccessKey(r -> r.userName("ana")).accessKey();
        assertThat(key.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(key.secretAccessKey()).matches("[A-Za-z0-9+/]{40}");
        assertThat(key.statusAsString()).isEqualTo("Active");
        Expect.awsError(
                "LimitExceeded",
                "Cannot exceed quota for AccessKeysPerUser: 2",
                () -> iam.createAccessKey(r -> r.userName("ana")));
        assertThat(iam.listAccessKeys(r -> r.userName("ana")).accessKeyMetadata())
                .hasSize(2)
                .allSatisfy(k -> assertThat(k.userName()).isEqualTo("ana"));
        Expect.awsError(
                "NoSuchEntity",
                "The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found",
                () -> iam.deleteAccessKey(r -> r.userName("ana").accessKeyId("AKIAIOSFODNN7EXAMPLE")));
    }

    @Test
    void tagsAreCaseInsensitiveByKey() {
        iam.createUser(r -> r.userName("ana").tags(tag("Env", "a")));
        iam.tagUser(r -> r.userName("ana").tags(tag("env", "b"), tag("x", "y")));
        assertThat(iam.listUserTags(r -> r.userName("ana")).tags()).containsExactly(tag("env", "b"), tag("x", "y"));
        Expect.awsError(
                "InvalidInput",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
                () -> iam.tagUser(r -> r.userName("ana").tags(tag("a", "1"), tag("A", "2"))));
        iam.untagUser(r -> r.userName("ana").tagKeys("ENV"));
        assertThat(iam.listUserTags(r -> r.userName("ana")).tags()).containsExactly(tag("x", "y"));
    }

    @Test
    void accountsDoNotSeeEachOther() {
        iam.createUser(r -> r.userName("ana"));
        assertThat(aws.iam(Aws.root(Aws.newAccount())).listUsers().users()).isEmpty();
    }

    @Test
    void callsThatTerraformMakesBeforeItDeletesAUser() {
        iam.createUser(r -> r.userName("ana"));
        assertThat(iam.listMFADevices(r -> r.userName("ana")).mfaDevices()).isEmpty();
        assertThat(iam.listVirtualMFADevices().virtualMFADevices()).isEmpty();
        assertThat(iam.listSSHPublicKeys(r -> r.userName("ana")).sshPublicKeys())
                .isEmpty();
        assertThat(iam.listSigningCertificates(r -> r.userName("ana")).certificates())
                .isEmpty();
        assertThat(iam.listServiceSpecificCredentials(r -> r.userName("ana")).serviceSpecificCredentials())
                .isEmpty();
        Expect.awsError(
                "NoSuchEntity",
                "Cannot find Login Profile for User ana",
                () -> iam.deleteLoginProfile(r -> r.userName("ana")));
    }

    /** Otherwise one of two writers would be lost, or a limit exceeded. */
    @Test
    void concurrentWritesAllSucceed() throws Exception {
        people.user(account, "ana");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "p" + i;
            calls.add(() -> {
                iam.putUserPolicy(r -> r.userName("ana").policyName(name).policyDocument(People.allowing("ec2:*")));
                try {
                    iam.createAccessKey(r -> r.userName("ana"));
                    return true;
                } catch (LimitExceededException e) {
                    return false;
                }
            });
        }
        int made = 0;
        for (Future<Boolean> done : pool.invokeAll(calls)) {
            made += done.get() ? 1 : 0;
        }
        pool.shutdown();
        assertThat(made).isEqualTo(1);
        assertThat(iam.listUserPolicies(r -> r.userName("ana")).policyNames()).hasSize(12);
    }

    private void conflict(String message) {
        Expect.awsError("DeleteConflict", message, () -> iam.deleteUser(r -> r.userName("ana")));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}

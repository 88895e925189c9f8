package io.vpclocal.identity.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names differ by more than case. Expected: recorded from AWS; that the first spelling stays is our guess. */
@EmulatorTest
class CaseOfNamesTest extends IamTestBase {

    @BeforeEach
    void oneOfEachKind() {
        iam.createUser(r -> r.userName("Ana"));
        iam.createGroup(r -> r.groupName("Staff"));
        iam.createRole(r -> r.roleName("Worker").assumeRolePolicyDocument(People.trust(account)));
        iam.createInstanceProfile(r -> r.instanceProfileName("Profile"));
        iam.createPolicy(r -> r.policyName("Shared").policyDocument(People.allowing("ec2:*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"User&UserName=ANA", "Group&GroupName=STAFF", "Role&RoleName=WORKER"})
    void inlinePolicies(String holder) throws Exception {
        String kind = holder.substring(0, holder.indexOf('&'));
        String name = holder.substring(holder.indexOf('&'));
        put(kind, name, "MixedName", "ec2:Describe*");
        put(kind, name, "MIXEDNAME", "ec2:Create*");
        assertThat(call("List" + kind + "Policies" + name))
                .contains("<member>MixedName</member>")
                .doesNotContain("MIXEDNAME");
        for (String asked : new String[] {"MixedName", "MIXEDNAME", "mixedname"}) {
            assertThat(call("Get" + kind + "Policy" + name + "&PolicyName=" + asked))
                    .contains("<PolicyName>MixedName</PolicyName>")
                    .contains("ec2%3ACreate%2A");
        }
        call("Delete" + kind + "Policy" + name + "&PolicyName=mIXEDnAME");
        assertThat(call("Get" + kind + "Policy" + name + "&PolicyName=MixedName"))
                .contains("<Code>NoSuchEntity</Code>");
    }

    /** What one policy says counts once against the size of all. */
    @Test
    void aPolicyIsReplacedInAnyCase() {
        String large = People.allowing("ec2:*", "arn:aws:ec2:us-east-1:" + account + ":vpc/" + "x".repeat(1_200));
        iam.putUserPolicy(r -> r.userName("ana").policyName("Large").policyDocument(large));
        iam.putUserPolicy(r -> r.userName("ana").policyName("LARGE").policyDocument(large));
        assertThat(iam.listUserPolicies(r -> r.userName("ana")).policyNames()).containsExactly("Large");
    }

    @Test
    void everythingThatHasAName() {
        assertThat(iam.getUser(r -> r.userName("aNA")).user().userName()).isEqualTo("Ana");
        assertThat(iam.getGroup(r -> r.groupName("sTAFF")).group().groupName()).isEqualTo("Staff");
        assertThat(iam.getRole(r -> r.roleName("wORKER")).role().roleName()).isEqualTo("Worker");
        assertThat(iam.getInstanceProfile(r -> r.instanceProfileName("pROFILE"))
                        .instanceProfile()
                        .instanceProfileName())
                .isEqualTo("Profile");
        Expect.awsError("EntityAlreadyExists", () -> iam.createUser(r -> r.userName("ANA")));
        Expect.awsError("EntityAlreadyExists", () -> iam.createGroup(r -> r.groupName("STAFF")));
        Expect.awsError(
                "EntityAlreadyExists",
                () -> iam.createRole(r -> r.roleName("WORKER").assumeRolePolicyDocument(People.trust(account))));
        Expect.awsError("EntityAlreadyExists", () -> iam.createInstanceProfile(r -> r.instanceProfileName("PROFILE")));
        Expect.awsError(
                "EntityAlreadyExists",
                () -> iam.createPolicy(r -> r.policyName("SHARED").policyDocument(People.allowing("ec2:*"))));
    }

    @Test
    void membersAndRolesOfProfiles() {
        iam.addUserToGroup(r -> r.userName("ANA").groupName("STAFF"));
        assertThat(iam.getGroup(r -> r.groupName("staff")).users()).hasSize(1);
        iam.removeUserFromGroup(r -> r.userName("ana").groupName("staff"));
        assertThat(iam.getGroup(r -> r.groupName("Staff")).users()).isEmpty();
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("PROFILE").roleName("WORKER"));
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName("profile").roleName("worker"));
        assertThat(iam.getInstanceProfile(r -> r.instanceProfileName("Profile"))
                        .instanceProfile()
                        .roles())
                .isEmpty();
    }

    private void put(String kind, String holder, String policy, String actions) throws Exception {
        String document = URLEncoder.encode(People.allowing(actions), StandardCharsets.UTF_8);
        assertThat(call("Put" + kind + "Policy" + holder + "&PolicyName=" + policy + "&PolicyDocument=" + document))
                .contains("RequestId");
    }

    private String call(String action) throws Exception {
        return RawHttp.form(aws.endpoint(), account, "Version=2010-05-08&Action=" + action)
                .body();
    }
}

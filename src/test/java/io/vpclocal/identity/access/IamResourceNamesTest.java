package io.vpclocal.identity.access;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/** The resources in IAM's denials. Recorded by users of AWS, in most cases by several. */
@EmulatorTest
class IamResourceNamesTest {

    private static final String POLICY = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
            + "{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}";

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private final String account = Aws.newAccount();

    @ParameterizedTest
    @MethodSource({"byName", "byArn", "lists"})
    void denials(String action, String resource, Consumer<IamClient> call) {
        String ana = "arn:aws:iam::" + account + ":user/ana";
        IamClient iam = aws.iam(people.user(account, "ana"));
        Expect.awsError(
                "AccessDenied",
                "User: " + ana + " is not authorized to perform: iam:" + action + " on resource: "
                        + resource.replace("ACCOUNT", "arn:aws:iam::" + account + ":")
                        + " because no identity-based policy allows the iam:" + action + " action",
                () -> call.accept(iam));
    }

    static Stream<Arguments> byName() {
        return Stream.of(
                row("GetUser", "user bob", iam -> iam.getUser(r -> r.userName("bob"))),
                row("ListAccessKeys", "user bob", iam -> iam.listAccessKeys(r -> r.userName("bob"))),
                row("ListMFADevices", "user bob", iam -> iam.listMFADevices(r -> r.userName("bob"))),
                row("ListUserPolicies", "user bob", iam -> iam.listUserPolicies(r -> r.userName("bob"))),
                row("ListGroupsForUser", "user bob", iam -> iam.listGroupsForUser(r -> r.userName("bob"))),
                row("CreateAccessKey", "user bob", iam -> iam.createAccessKey(r -> r.userName("bob"))),
                row(
                        "PutUserPolicy",
                        "user bob",
                        iam -> iam.putUserPolicy(
                                r -> r.userName("bob").policyName("p").policyDocument(DOCUMENT))),
                row(
                        "AttachUserPolicy",
                        "user bob",
                        iam -> iam.attachUserPolicy(r -> r.userName("bob").policyArn(POLICY))),
                row("GetRole", "role worker", iam -> iam.getRole(r -> r.roleName("worker"))),
                row("DeleteRole", "role worker", iam -> iam.deleteRole(r -> r.roleName("worker"))),
                row(
                        "ListAttachedRolePolicies",
                        "role worker",
                        iam -> iam.listAttachedRolePolicies(r -> r.roleName("worker"))),
                row(
                        "PutRolePolicy",
                        "role worker",
                        iam -> iam.putRolePolicy(
                                r -> r.roleName("worker").policyName("p").policyDocument(DOCUMENT))),
                row(
                        "DetachRolePolicy",
                        "role worker",
                        iam -> iam.detachRolePolicy(r -> r.roleName("worker").policyArn(POLICY))),
                row(
                        "UpdateAssumeRolePolicy",
                        "role worker",
                        iam -> iam.updateAssumeRolePolicy(
                                r -> r.roleName("worker").policyDocument(TRUST))),
                row("GetGroup", "group team", iam -> iam.getGroup(r -> r.groupName("team"))),
                row(
                        "AddUserToGroup",
                        "group team",
                        iam -> iam.addUserToGroup(r -> r.groupName("team").userName("bob"))),
                row(
                        "GetInstanceProfile",
                        "instance profile web",
                        iam -> iam.getInstanceProfile(r -> r.instanceProfileName("web"))),
                row(
                        "CreatePolicy",
                        "policy reader",
                        iam -> iam.createPolicy(
                                r -> r.policyName("reader").path("/team/").policyDocument(DOCUMENT))),
                row("GetPolicy", "policy " + POLICY, iam -> iam.getPolicy(r -> r.policyArn(POLICY))),
                row("ListPolicyVersions", "policy " + POLICY, iam -> iam.listPolicyVersions(r -> r.policyArn(POLICY))),
                row(
                        "CreatePolicyVersion",
                        "policy " + POLICY,
                        iam -> iam.createPolicyVersion(r -> r.policyArn(POLICY).policyDocument(DOCUMENT))));
    }

    /** UNVERIFIED: TagRole outside of CreateRole. */
    static Stream<Arguments> byArn() {
        return Stream.of(
                row(
                        "CreateUser",
                        "ACCOUNTuser/x/bob",
                        iam -> iam.createUser(r -> r.userName("bob").path("/x/"))),
                row("CreateGroup", "ACCOUNTgroup/team", iam -> iam.createGroup(r -> r.groupName("team"))),
                row(
                        "CreateRole",
                        "ACCOUNTrole/worker",
                        iam -> iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(TRUST))),
                row(
                        "CreateInstanceProfile",
                        "ACCOUNTinstance-profile/web",
                        iam -> iam.createInstanceProfile(r -> r.instanceProfileName("web"))),
                row(
                        "CreateVirtualMFADevice",
                        "ACCOUNTmfa/phone",
                        iam -> iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("phone"))),
                row(
                        "PutRolePermissionsBoundary",
                        "ACCOUNTrole/worker",
                        iam -> iam.putRolePermissionsBoundary(
                                r -> r.roleName("worker").permissionsBoundary(POLICY))),
                row(
                        "TagRole",
                        "ACCOUNTrole/worker",
                        iam -> iam.tagRole(r -> r.roleName("worker")
                                .tags(Tag.builder().key("a").value("b").build()))));
    }

    /** The providers and the report: by analogy with the other actions without resources. */
    static Stream<Arguments> lists() {
        return Stream.of(
                row("ListUsers", "ACCOUNTuser/", iam -> iam.listUsers()),
                row(
                        "ListRoles",
                        "ACCOUNTrole/aws-service-role/",
                        iam -> iam.listRoles(r -> r.pathPrefix("/aws-service-role/"))),
                row("ListGroups", "ACCOUNTgroup/", iam -> iam.listGroups()),
                row("ListInstanceProfiles", "ACCOUNTinstance-profile/", iam -> iam.listInstanceProfiles()),
                row("ListVirtualMFADevices", "ACCOUNTmfa/", iam -> iam.listVirtualMFADevices()),
                row("ListPolicies", "policy path /", iam -> iam.listPolicies()),
                row("ListAccountAliases", "*", iam -> iam.listAccountAliases()),
                row("GetAccountSummary", "*", iam -> iam.getAccountSummary()),
                row("GetAccountAuthorizationDetails", "*", iam -> iam.getAccountAuthorizationDetails()),
                row("ListSAMLProviders", "*", iam -> iam.listSAMLProviders()),
                row("GenerateCredentialReport", "*", iam -> iam.generateCredentialReport()));
    }

    private static Arguments row(String action, String resource, Consumer<IamClient> call) {
        return Arguments.of(action, resource, call);
    }
}

package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/** Expected texts: recorded from AWS by others, and the IAM User Guide on access denied messages. */
@EmulatorTest
class AccessTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private final String account = Aws.newAccount();
    private final String ana = "arn:aws:iam::" + account + ":user/ana";

    @Test
    void denialsOfIamNameTheResource() {
        AwsCredentials user = people.user(account, "ana");
        Expect.awsError(
                "AccessDenied",
                "User: " + ana + " is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::" + account
                        + ":user/bob because no identity-based policy allows the iam:CreateUser action",
                () -> aws.iam(user).createUser(r -> r.userName("bob")));
        Expect.awsError(
                "AccessDenied",
                "User: " + ana + " is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::" + account
                        + ":user/ because no identity-based policy allows the iam:ListUsers action",
                () -> aws.iam(user).listUsers());
    }

    @Test
    void actionsWithoutResourcesNameNone() {
        Expect.awsError(
                "UnauthorizedOperation",
                "You are not authorized to perform this operation. User: " + ana
                        + " is not authorized to perform: ec2:DescribeVpcs"
                        + " because no identity-based policy allows the ec2:DescribeVpcs action",
                () -> ec2(people.user(account, "ana")).describeVpcs());
    }

    @Test
    void otherDenialsNameTheResourceAndCarryAnEncodedMessage() {
        AwsServiceException denial = Expect.awsError("UnauthorizedOperation", () -> ec2(people.user(account, "ana"))
                .createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertThat(denial.statusCode()).isEqualTo(403);
        String text = denial.awsErrorDetails().errorMessage();
        assertThat(text)
                .matches("\\QYou are not authorized to perform this operation. User: " + ana
                        + " is not authorized to perform: ec2:CreateVpc on resource: arn:aws:ec2:us-east-1:" + account
                        + ":vpc/* because no identity-based policy allows the ec2:CreateVpc action."
                        + " Encoded authorization failure message: \\E[-_A-Za-z0-9]+");
        String encoded = text.substring(text.lastIndexOf(' ') + 1);
        String decoded = aws.sts(Aws.root(account))
                .decodeAuthorizationMessage(r -> r.encodedMessage(encoded))
                .decodedMessage();
        assertThat(decoded)
                .startsWith("{\"allowed\":false,\"explicitDeny\":false,\"matchedStatements\":{\"items\":[]}")
                .contains(
                        "\"name\":\"ana\"",
                        "\"action\":\"ec2:CreateVpc\"",
                        "\"resource\":\"arn:aws:ec2:us-east-1:" + account + ":vpc/*\"",
                        "{\"key\":\"ec2:VpcID\",\"values\":{\"items\":[{\"value\":\"*\"}]}}");
        Expect.awsError("InvalidAuthorizationMessageException", () -> aws.sts(Aws.root(account))
                .decodeAuthorizationMessage(r -> r.encodedMessage("x" + encoded)));
    }

    @Test
    void anExplicitDenyWinsAndIsNamed() {
        AwsCredentials user = people.user(
                account,
                "ana",
                People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}",
                        "{\"Sid\":\"NoVpc\",\"Effect\":\"Deny\",\"Action\":\"ec2:CreateVpc\",\"Resource\":\"*\"}"));
        AwsServiceException denial =
                Expect.awsError("UnauthorizedOperation", () -> ec2(user).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertThat(denial.awsErrorDetails().errorMessage())
                .contains(":vpc/* with an explicit deny in an identity-based policy. Encoded");
        ec2(user).describeVpcs();
    }

    /** Recorded by users of AWS in 2026: policies of users and boundaries, answers of EC2, IAM and S3. */
    @Test
    void explicitDeniesNameTheManagedPolicy() {
        IamClient root = aws.iam(Aws.root(account));
        String deny = root.createPolicy(
                        r -> r.policyName("NoVpc")
                                .policyDocument(
                                        People.document(
                                                "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}",
                                                "{\"Effect\":\"Deny\",\"Action\":[\"ec2:CreateVpc\",\"iam:GetUser\"],\"Resource\":\"*\"}")))
                .policy()
                .arn();
        AwsCredentials ana = people.user(account, "ana", People.allowing("*"));
        root.attachUserPolicy(r -> r.userName("ana").policyArn(deny));
        AwsServiceException refused =
                Expect.awsError("UnauthorizedOperation", () -> ec2(ana).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertThat(refused.awsErrorDetails().errorMessage())
                .contains(":vpc/* with an explicit deny in an identity-based policy: " + deny + ". Encoded");
        Expect.awsError(
                "AccessDenied",
                "User: arn:aws:iam::" + account + ":user/ana is not authorized to perform: iam:GetUser on resource:"
                        + " user ana with an explicit deny in an identity-based policy: " + deny,
                () -> aws.iam(ana).getUser(r -> r.userName("ana")));

        AwsCredentials bob = people.user(account, "bob", People.allowing("*"));
        root.putUserPermissionsBoundary(r -> r.userName("bob").permissionsBoundary(deny));
        refused = Expect.awsError("UnauthorizedOperation", () -> ec2(bob).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertThat(refused.awsErrorDetails().errorMessage())
                .contains(":vpc/* with an explicit deny in a permissions boundary: " + deny + ". Encoded");
    }

    @Test
    void permissionsAreForTheResourcesTheyName() {
        String mine = vpc();
        String other = vpc();
        AwsCredentials user = people.user(
                account, "ana", People.allowing("ec2:DeleteVpc", "arn:aws:ec2:us-east-1:" + account + ":vpc/" + mine));
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).deleteVpc(r -> r.vpcId(other)));
        ec2(user).deleteVpc(r -> r.vpcId(mine));
        assertThat(root().describeVpcs(r -> r.vpcIds(other)).vpcs()).hasSize(1);
    }

    @Test
    void tagsOfResourcesDecide() {
        String dev = vpc();
        String live = vpc();
        root().createTags(r -> r.resources(dev).tags(t -> t.key("Env").value("dev")));
        AwsCredentials user = people.user(
                account,
                "ana",
                People.document("{\"Effect\":\"Allow\",\"Action\":\"ec2:DeleteVpc\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/env\":\"dev\"}}}"));
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).deleteVpc(r -> r.vpcId(live)));
        ec2(user).deleteVpc(r -> r.vpcId(dev));
    }

    @Test
    void attributesOfResourcesDecide() {
        String vpc = vpc();
        AwsCredentials user = people.user(
                account,
                "ana",
                People.document("{\"Effect\":\"Allow\",\"Action\":\"ec2:DeleteVpc\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"ec2:Tenancy\":\"dedicated\"}}}"));
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).deleteVpc(r -> r.vpcId(vpc)));
        people.allow(
                account,
                "ana",
                People.document("{\"Effect\":\"Allow\",\"Action\":\"ec2:DeleteVpc\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"ec2:Tenancy\":\"default\"}}}"));
        ec2(user).deleteVpc(r -> r.vpcId(vpc));
    }

    @Test
    void tagsOnCreationDecide() {
        AwsCredentials user = people.user(
                account,
                "ana",
                People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"ec2:CreateVpc\",\"Resource\":\"*\"}",
                        "{\"Effect\":\"Allow\",\"Action\":\"ec2:CreateTags\",\"Resource\":\"*\",\"Condition\":{"
                                + "\"StringEquals\":{\"ec2:CreateAction\":\"CreateVpc\",\"aws:RequestTag/team\":\"red\"}}}"));
        ec2(user).createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        String vpc = createTagged(user, "red");
        AwsServiceException denial = Expect.awsError("UnauthorizedOperation", () -> createTagged(user, "blue"));
        assertThat(denial.awsErrorDetails().errorMessage())
                .contains("perform: ec2:CreateTags on resource: arn:aws:ec2:us-east-1:" + account + ":vpc/*");
        Expect.awsError("UnauthorizedOperation", () -> ec2(user)
                .createTags(r -> r.resources(vpc).tags(t -> t.key("team").value("red"))));
        assertThat(root().describeVpcs().vpcs()).filteredOn(v -> !v.isDefault()).hasSize(2);
    }

    @Test
    void conditionsOnTheRequestDecide() {
        AwsCredentials user = people.user(
                account,
                "ana",
                People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"ec2:DescribeVpcs\",\"Resource\":\"*\",\"Condition\":{"
                                + "\"StringEquals\":{\"ec2:Region\":\"eu-west-1\",\"aws:RequestedRegion\":\"eu-west-1\"},"
                                + "\"IpAddress\":{\"aws:SourceIp\":\"127.0.0.0/8\"},"
                                + "\"Bool\":{\"aws:SecureTransport\":\"false\"}}}"));
        aws.ec2(user, Region.EU_WEST_1).describeVpcs();
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).describeVpcs());
    }

    @Test
    void groupsGiveTheirPermissions() {
        AwsCredentials user = people.user(account, "ana");
        IamClient iam = aws.iam(Aws.root(account));
        iam.createGroup(r -> r.groupName("admins"));
        iam.attachGroupPolicy(r -> r.groupName("admins").policyArn("arn:aws:iam::aws:policy/AmazonVPCReadOnlyAccess"));
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).describeVpcs());
        iam.addUserToGroup(r -> r.groupName("admins").userName("ana"));
        ec2(user).describeVpcs();
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        iam.removeUserFromGroup(r -> r.groupName("admins").userName("ana"));
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).describeVpcs());
    }

    @Test
    void boundariesLimit() {
        AwsCredentials user = people.user(account, "ana", People.allowing("ec2:*"));
        IamClient iam = aws.iam(Aws.root(account));
        iam.putUserPermissionsBoundary(
                r -> r.userName("ana").permissionsBoundary("arn:aws:iam::aws:policy/AmazonVPCReadOnlyAccess"));
        ec2(user).describeVpcs();
        AwsServiceException denial =
                Expect.awsError("UnauthorizedOperation", () -> ec2(user).createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        assertThat(denial.awsErrorDetails().errorMessage())
                .contains("because no permissions boundary allows the ec2:CreateVpc action.");
        iam.deleteUserPermissionsBoundary(r -> r.userName("ana"));
        ec2(user).createVpc(r -> r.cidrBlock("10.0.0.0/16"));
    }

    @Test
    void newVersionsOfPoliciesCountAtOnce() {
        AwsCredentials user = people.user(account, "ana");
        IamClient iam = aws.iam(Aws.root(account));
        String arn = iam.createPolicy(r -> r.policyName("p").policyDocument(People.allowing("ec2:CreateVpc")))
                .policy()
                .arn();
        iam.attachUserPolicy(r -> r.userName("ana").policyArn(arn));
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).describeVpcs());
        iam.createPolicyVersion(
                r -> r.policyArn(arn).setAsDefault(true).policyDocument(People.allowing("ec2:Describe*")));
        ec2(user).describeVpcs();
        iam.setDefaultPolicyVersion(r -> r.policyArn(arn).versionId("v1"));
        Expect.awsError("UnauthorizedOperation", () -> ec2(user).describeVpcs());
    }

    /** AWS documentation: a dry run answers whether the call would be permitted. */
    @Test
    void dryRunsTellOfPermissions() {
        AwsCredentials user = people.user(account, "ana", People.allowing("ec2:DescribeVpcs"));
        assertThat(Expect.awsError("DryRunOperation", () -> ec2(user).describeVpcs(r -> r.dryRun(true)))
                        .statusCode())
                .isEqualTo(412);
        Expect.awsError("UnauthorizedOperation", () -> ec2(user)
                .createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true)));
    }

    @Test
    void passingARoleToAnInstanceProfileIsAPermissionOfItsOwn() {
        people.role(account, "worker", account, People.allowing("ec2:*"));
        aws.iam(Aws.root(account)).createInstanceProfile(r -> r.instanceProfileName("profile"));
        AwsCredentials user = people.user(account, "ana", People.allowing("iam:AddRoleToInstanceProfile"));
        Expect.awsError(
                "AccessDenied",
                "User: " + ana + " is not authorized to perform: iam:PassRole on resource: arn:aws:iam::" + account
                        + ":role/worker because no identity-based policy allows the iam:PassRole action",
                () -> aws.iam(user).addRoleToInstanceProfile(r -> r.instanceProfileName("profile")
                        .roleName("worker")));
        people.allow(account, "ana", People.allowing("iam:AddRoleToInstanceProfile,iam:PassRole"));
        aws.iam(user)
                .addRoleToInstanceProfile(r -> r.instanceProfileName("profile").roleName("worker"));
    }

    @Test
    void usersMayBeAllowedTheirOwnKeysOnly() {
        AwsCredentials user = people.user(
                account,
                "ana",
                People.allowing("iam:*AccessKey*,iam:GetUser", "arn:aws:iam::" + account + ":user/${aws:username}"));
        assertThat(aws.iam(user).getUser().user().userName()).isEqualTo("ana");
        assertThat(aws.iam(user).listAccessKeys().accessKeyMetadata()).hasSize(1);
        people.user(account, "bob");
        Expect.awsError("AccessDenied", () -> aws.iam(user).createAccessKey(r -> r.userName("bob")));
    }

    private String createTagged(AwsCredentials user, String team) {
        return ec2(user)
                .createVpc(r -> r.cidrBlock("10.0.0.0/16").tagSpecifications(t -> t.resourceType("vpc")
                        .tags(tag -> tag.key("team").value(team))))
                .vpc()
                .vpcId();
    }

    private String vpc() {
        return root().createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    private Ec2Client root() {
        return aws.ec2(account);
    }

    private Ec2Client ec2(AwsCredentials credentials) {
        return aws.ec2(credentials, Region.US_EAST_1);
    }
}

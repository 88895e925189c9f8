package io.vpclocal.identity.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

/** Expected: STS API Reference; IAM User Guide, comparison of STS credentials. */
@EmulatorTest
class TokenTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private final String account = Aws.newAccount();

    @Test
    void sessionTokensHaveThePermissionsOfTheUser() {
        AwsCredentials ana = people.user(account, "ana", People.allowing("ec2:Describe*,iam:*"));
        AwsCredentials token = People.session(aws.sts(ana).getSessionToken().credentials());
        assertThat(aws.sts(token).getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + account + ":user/ana");
        aws.ec2(token, Region.US_EAST_1).describeVpcs();
        Expect.awsError("InvalidClientTokenId", () -> aws.iam(token).listUsers());
        Expect.awsError("AccessDenied", () -> aws.sts(token).getSessionToken());
    }

    @Test
    void federatedUsersNeedAnAllowOfUserAndPolicy() {
        AwsCredentials ana = people.user(account, "ana", People.allowing("ec2:DescribeVpcs,sts:GetFederationToken"));
        GetFederationTokenResponse federated =
                aws.sts(ana).getFederationToken(r -> r.name("guest").policy(People.allowing("ec2:*")));
        assertThat(federated.packedPolicySize()).isPositive();
        assertThat(federated.federatedUser().arn()).isEqualTo("arn:aws:sts::" + account + ":federated-user/guest");
        assertThat(federated.federatedUser().federatedUserId()).isEqualTo(account + ":guest");
        AwsCredentials guest = People.session(federated.credentials());
        aws.ec2(guest, Region.US_EAST_1).describeVpcs();
        Expect.awsError("UnauthorizedOperation", () -> aws.ec2(guest, Region.US_EAST_1)
                .createVpc(r -> r.cidrBlock("10.0.0.0/16")));
        AwsCredentials nothing = People.session(
                aws.sts(ana).getFederationToken(r -> r.name("guest")).credentials());
        Expect.awsError("UnauthorizedOperation", () -> aws.ec2(nothing, Region.US_EAST_1)
                .describeVpcs());
    }

    /** Recorded from AWS: a federated session without policy returns 0; a role session returns no value. */
    @Test
    void packedPolicySizeWithoutPolicies() {
        AwsCredentials ana = people.user(account, "ana", People.allowing("sts:*"));
        assertThat(aws.sts(ana).getFederationToken(r -> r.name("guest")).packedPolicySize())
                .isZero();
        String role = people.role(account, "reader", account, People.allowing("ec2:*"));
        assertThat(aws.sts(ana)
                        .assumeRole(r -> r.roleArn(role).roleSessionName("me"))
                        .packedPolicySize())
                .isNull();
    }

    @Test
    void callerIdentityNeedsNoPermission() {
        AwsCredentials ana = people.user(
                account, "ana", People.document("{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}"));
        assertThat(aws.sts(ana).getCallerIdentity().account()).isEqualTo(account);
        Expect.awsError("AccessDenied", () -> aws.sts(ana).getFederationToken(r -> r.name("guest")));
        Expect.awsError(
                "AccessDenied", () -> aws.sts(ana).getAccessKeyInfo(r -> r.accessKeyId("AKIARZPUZDIKGB2VALC4")));
    }

    @Test
    void tokensEndWithTheirUser() {
        AwsCredentials ana = people.user(account, "ana");
        AwsCredentials token = People.session(aws.sts(ana).getSessionToken().credentials());
        IamClient iam = aws.iam(Aws.root(account));
        iam.deleteAccessKey(r -> r.userName("ana").accessKeyId(ana.accessKeyId()));
        aws.sts(token).getCallerIdentity();
        iam.deleteUser(r -> r.userName("ana"));
        Expect.awsError("InvalidClientTokenId", () -> aws.sts(token).getCallerIdentity());
    }

    @ParameterizedTest
    @ValueSource(ints = {899, 129_601})
    void durationsHaveLimits(int seconds) {
        AwsCredentials ana = people.user(account, "ana");
        Expect.awsError("ValidationError", () -> aws.sts(ana).getSessionToken(r -> r.durationSeconds(seconds)));
    }
}

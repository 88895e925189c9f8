package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Users with policies. A user without a policy has no permissions (IAM User Guide, policy evaluation logic). */
@VpcLocalTest(fresh = VpcLocalTest.Fresh.PER_METHOD)
class AsUserTest {

    private static final String READ_ONLY = """
            {"Version": "2012-10-17",
             "Statement": [{"Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*"}]}
            """;

    @Test
    void aUserMayDoOnlyWhatThePolicyAllows(@AsUser(policy = READ_ONLY) Ec2Client reader) {
        assertThat(reader.describeVpcs().vpcs()).hasSize(1);
        Expect.awsError("UnauthorizedOperation", () -> reader.createVpc(r -> r.cidrBlock("10.0.0.0/16")));
    }

    @Test
    void aPolicyCanBeAResourceOrAListOfActions(
            @AsUser(policy = "classpath:io/vpclocal/testkit/create-vpc.json") Ec2Client byFile,
            @AsUser(allow = {"ec2:CreateVpc", "ec2:CreateTags"}) Ec2Client byList) {
        assertThat(byFile.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc()).isNotNull();
        assertThat(byList.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc()).isNotNull();
        Expect.awsError("UnauthorizedOperation", byFile::describeVpcs);
        Expect.awsError("UnauthorizedOperation", byList::describeVpcs);
    }

    @Test
    void withoutAPolicyNothingIsAllowed(@AsUser Ec2Client nobody) {
        Expect.awsError("UnauthorizedOperation", nobody::describeVpcs);
    }

    @Test
    void equalAnnotationsMeanTheSameUser(
            @AsUser(name = "ana", allow = "ec2:*") StsClient sts,
            @AsUser(name = "ana", allow = "ec2:*") AwsCredentials credentials,
            IamClient iam) {
        assertThat(sts.getCallerIdentity().arn()).endsWith(":user/ana");
        assertThat(iam.listAccessKeys(r -> r.userName("ana")).accessKeyMetadata())
                .singleElement()
                .satisfies(key -> assertThat(key.accessKeyId()).isEqualTo(credentials.accessKeyId()));
    }

    @Test
    void aUserCanBeOfAnotherAccount(@Account("444455556666") @AsUser(name = "eve") StsClient sts) {
        assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::444455556666:user/eve");
    }

    /** EC2 answers unknown keys with status 401, which not every JDK HTTP client passes on. */
    @Test
    void unknownKeysAreRefused(VpcLocalAccount account) {
        Ec2Client stranger =
                account.client(Ec2Client.class, AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret"));
        Expect.awsError("AuthFailure", stranger::describeVpcs);
    }

    @Test
    void anExistingUserIsRefused(VpcLocalAccount account) {
        account.user("bob", null);
        assertThatThrownBy(() -> account.user("bob", null)).isInstanceOfSatisfying(VpcLocalException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("EntityAlreadyExists");
            assertThat(refusal.status()).isEqualTo(409);
        });
    }
}

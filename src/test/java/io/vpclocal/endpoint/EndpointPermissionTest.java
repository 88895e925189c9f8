package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.DYNAMODB;
import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * The condition keys of endpoints. The policies are those of the AWS PrivateLink Guide, "Identity-based policy
 * examples"; the keys those of the Service Authorization Reference; the values of ec2:VpceMultiRegion are our guess.
 */
@EmulatorTest
class EndpointPermissionTest extends EndpointTestBase {

    @ParameterizedTest
    @CsvSource({
        "ec2:VpceServiceOwner, amazon, true",
        "ec2:VpceServiceOwner, 123456789012, false",
        "ec2:VpceServiceName, com.amazonaws.us-east-1.s3, true",
        "ec2:VpceServiceName, com.amazonaws.us-east-1.kms, false",
        "ec2:VpceServiceRegion, us-east-1, true",
        "ec2:VpceServiceRegion, us-west-2, false",
        "ec2:VpceMultiRegion, false, true",
        "ec2:VpceMultiRegion, true, false"
    })
    void aPolicyDecidesWhichServiceAnEndpointIsFor(String key, String value, boolean allowed) {
        Ec2Client user = user(
                key,
                "Create",
                allow("ec2:CreateVpcEndpoint", "vpc/*", "") + ","
                        + allow("ec2:CreateVpcEndpoint", "vpc-endpoint/*", equal(key, value)));
        if (allowed) {
            user.createVpcEndpoint(r -> r.vpcId(network.vpc).serviceName(S3));
        } else {
            Expect.awsError(
                    "UnauthorizedOperation",
                    () -> user.createVpcEndpoint(r -> r.vpcId(network.vpc).serviceName(S3)));
        }
        assertThat(network.ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(allowed ? 1 : 0);
    }

    /** "Control the use of VPC endpoints": one statement allows managing endpoints. */
    @Test
    void oneStatementAllowsAllWorkWithEndpoints() {
        Ec2Client user = user("all-endpoints", "Manage", allow("ec2:*VpcEndpoint*", "*", ""));
        String subnet = network.subnet("us-east-1a");
        String id = user.createVpcEndpoint(r -> r.vpcId(network.vpc)
                        .serviceName(KMS)
                        .vpcEndpointType("Interface")
                        .subnetIds(subnet)
                        .securityGroupIds(network.securityGroup("web")))
                .vpcEndpoint()
                .vpcEndpointId();
        user.describeVpcEndpoints();
        user.describeVpcEndpointServices();
        user.modifyVpcEndpoint(r -> r.vpcEndpointId(id).resetPolicy(true));
        assertThat(user.deleteVpcEndpoints(r -> r.vpcEndpointIds(id)).unsuccessful())
                .isEmpty();
        Expect.awsError("UnauthorizedOperation", () -> user.describeVpcs());
    }

    /** The resources of an endpoint can be restricted by id, ARN, and tag. */
    @ParameterizedTest
    @CsvSource({
        "vpc/*, StringEquals, ec2:VpcID, VPC, true",
        "vpc/*, StringEquals, ec2:VpcID, vpc-00000000, false",
        "subnet/*, StringEquals, ec2:SubnetID, SUBNET, true",
        "subnet/*, StringEquals, ec2:SubnetID, subnet-00000000, false",
        "subnet/*, StringEquals, aws:ResourceTag/tier, private, true",
        "subnet/*, StringEquals, ec2:ResourceTag/tier, public, false",
        "security-group/*, StringEquals, aws:ResourceTag/tier, private, true",
        "security-group/*, StringEquals, aws:ResourceTag/tier, public, false",
        "vpc-endpoint/*, StringEquals, aws:RequestTag/team, red, true",
        "vpc-endpoint/*, StringEquals, aws:RequestTag/team, blue, false",
        "vpc-endpoint/*, ForAllValues:StringEquals, aws:TagKeys, team, true",
        "vpc-endpoint/*, ForAnyValue:StringEquals, aws:TagKeys, owner, false",
        "vpc-endpoint/*, StringEquals, ec2:Region, us-east-1, true",
        "vpc-endpoint/*, StringEquals, aws:RequestedRegion, eu-west-1, false"
    })
    void aPolicyDecidesWhatAnEndpointConnects(
            String resource, String operator, String key, String value, boolean allowed) {
        String subnet = network.subnet("us-east-1a");
        String group = network.securityGroup("web");
        network.ec2.createTags(
                r -> r.resources(subnet, group).tags(tag -> tag.key("tier").value("private")));
        StringBuilder statements = new StringBuilder(allow("ec2:CreateTags", "*", ""));
        for (String each : List.of("vpc/*", "subnet/*", "security-group/*", "vpc-endpoint/*")) {
            String actual = value.replace("VPC", network.vpc).replace("SUBNET", subnet);
            String condition = ",\"Condition\":{\"" + operator + "\":{\"" + key + "\":\"" + actual + "\"}}";
            statements.append(',').append(allow("ec2:CreateVpcEndpoint", each, each.equals(resource) ? condition : ""));
        }
        Ec2Client user = user("chosen", "Chosen", statements.toString());
        Consumer<CreateVpcEndpointRequest.Builder> request = r -> r.vpcId(network.vpc)
                .serviceName(KMS)
                .vpcEndpointType("Interface")
                .subnetIds(subnet)
                .securityGroupIds(group)
                .tagSpecifications(t -> t.resourceType("vpc-endpoint")
                        .tags(tag -> tag.key("team").value("red")));
        if (allowed) {
            user.createVpcEndpoint(request);
        } else {
            Expect.awsError("UnauthorizedOperation", () -> user.createVpcEndpoint(request));
        }
    }

    /** The VPC has no such key: a condition on everything allows nothing. */
    @Test
    void vpcPermissionsDoNotIncludeTheService() {
        Ec2Client user = user("all", "All", allow("ec2:CreateVpcEndpoint", "*", equal("ec2:VpceServiceName", S3)));
        Expect.awsError(
                "UnauthorizedOperation",
                () -> user.createVpcEndpoint(r -> r.vpcId(network.vpc).serviceName(S3)));
    }

    @Test
    void aPolicyDecidesWhichEndpointsAreDeleted() {
        String s3 = network.gateway(S3).vpcEndpointId();
        String other = network.gateway(DYNAMODB).vpcEndpointId();
        Ec2Client user = user(
                "delete",
                "Delete",
                allow("ec2:DeleteVpcEndpoints", "vpc-endpoint/*", equal("ec2:VpceServiceName", S3)));

        Expect.awsError("UnauthorizedOperation", () -> user.deleteVpcEndpoints(r -> r.vpcEndpointIds(other)));
        assertThat(user.deleteVpcEndpoints(r -> r.vpcEndpointIds(s3)).unsuccessful())
                .isEmpty();
    }

    @Test
    void withoutAPolicyNothingIsAllowed() {
        Ec2Client user = user("none", "None", allow("ec2:DescribeVpcs", "*", ""));
        String id = network.interfaceTo(KMS).vpcEndpointId();

        Expect.awsError("UnauthorizedOperation", () -> user.describeVpcEndpoints());
        Expect.awsError("UnauthorizedOperation", () -> user.describeVpcEndpointServices());
        Expect.awsError("UnauthorizedOperation", () -> user.describeVpcEndpointAssociations(r -> {}));
        Expect.awsError(
                "UnauthorizedOperation",
                () -> user.modifyVpcEndpoint(r -> r.vpcEndpointId(id).resetPolicy(true)));
        Expect.awsError(
                "UnauthorizedOperation",
                () -> user.createVpcEndpoint(
                        r -> r.dryRun(true).vpcId(network.vpc).serviceName(S3)));
    }

    private Ec2Client user(String name, String policyName, String statements) {
        String user = name.replace(':', '-');
        try (IamClient iam = aws.iam(Aws.root(account))) {
            iam.createUser(r -> r.userName(user));
            iam.putUserPolicy(r -> r.userName(user)
                    .policyName(policyName)
                    .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}"));
            AccessKey key = iam.createAccessKey(r -> r.userName(user)).accessKey();
            return aws.ec2(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()), Region.US_EAST_1);
        }
    }

    /** @param resource the end of an EC2 ARN, or {@code *} */
    private String allow(String action, String resource, String condition) {
        String arn = resource.equals("*") ? "*" : "arn:aws:ec2:us-east-1:" + account + ":" + resource;
        return "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + arn + "\"" + condition + "}";
    }

    private static String equal(String key, String value) {
        return ",\"Condition\":{\"StringEquals\":{\"" + key + "\":\"" + value + "\"}}";
    }
}

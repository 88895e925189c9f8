package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;

/**
 * Expected: Service Authorization Reference, Elastic Load Balancing V2. Denials in the form recorded by others from AWS.
 */
@EmulatorTest
class LoadBalancerAccessTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    @Test
    void denialsHaveTheServicesText() {
        ElasticLoadBalancingV2Client elb = as(people.user(lan.account(), "nobody"));
        String me = "User: arn:aws:iam::" + lan.account() + ":user/nobody is not authorized to perform: ";
        Expect.awsError(
                "AccessDenied",
                me + "elasticloadbalancing:DescribeLoadBalancers because no identity-based policy allows the"
                        + " elasticloadbalancing:DescribeLoadBalancers action",
                () -> elb.describeLoadBalancers());
        AwsServiceException denied = Expect.awsError("AccessDenied", () -> elb.createLoadBalancer(request("front")));
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.awsErrorDetails().errorMessage())
                .isEqualTo(
                        me + "elasticloadbalancing:CreateLoadBalancer on resource:"
                                + " arn:aws:elasticloadbalancing:us-east-1:" + lan.account()
                                + ":loadbalancer/net/front/*"
                                + " because no identity-based policy allows the elasticloadbalancing:CreateLoadBalancer action");
    }

    @Test
    void aPolicyNamesLoadBalancersByArn() {
        String mine = lan.network("mine").loadBalancerArn();
        String other = lan.network("other").loadBalancerArn();
        ElasticLoadBalancingV2Client elb =
                as(people.user(lan.account(), "one", People.allowing("elasticloadbalancing:DeleteLoadBalancer", mine)));
        elb.deleteLoadBalancer(r -> r.loadBalancerArn(mine));
        Expect.awsError("AccessDenied", () -> elb.deleteLoadBalancer(r -> r.loadBalancerArn(other)));
    }

    @Test
    void aPolicyHasConditionsOnTags() {
        String mine = lan.network("mine").loadBalancerArn();
        String other = lan.network("other").loadBalancerArn();
        lan.elb().addTags(r -> r.resourceArns(mine).tags(t -> t.key("team").value("a")));
        for (String prefix : new String[] {"aws", "elasticloadbalancing"}) {
            ElasticLoadBalancingV2Client elb = as(people.user(
                    lan.account(),
                    prefix,
                    People.document(
                            "{\"Effect\":\"Allow\",\"Action\":\"elasticloadbalancing:SetSubnets\",\"Resource\":\"*\","
                                    + "\"Condition\":{\"StringEquals\":{\"" + prefix
                                    + ":ResourceTag/team\":\"a\"}}}")));
            elb.setSubnets(r -> r.loadBalancerArn(mine).subnets(lan.subnetA()));
            Expect.awsError(
                    "AccessDenied",
                    () -> elb.setSubnets(r -> r.loadBalancerArn(other).subnets(lan.subnetA())));
        }
    }

    @Test
    void tagsOnCreationNeedAPermissionOfTheirOwn() {
        AwsCredentials user =
                people.user(lan.account(), "maker", People.allowing("elasticloadbalancing:CreateLoadBalancer"));
        as(user).createLoadBalancer(request("plain"));
        CreateLoadBalancerRequest tagged =
                request("tagged").toBuilder().tags(t -> t.key("a").value("b")).build();
        AwsServiceException denied = Expect.awsError("AccessDenied", () -> as(user).createLoadBalancer(tagged));
        assertThat(denied.awsErrorDetails().errorMessage()).contains("elasticloadbalancing:AddTags on resource:");
        people.allow(
                lan.account(),
                "maker",
                People.allowing("elasticloadbalancing:CreateLoadBalancer,elasticloadbalancing:AddTags"));
        assertThat(as(user).createLoadBalancer(tagged).loadBalancers()).hasSize(1);
    }

    private CreateLoadBalancerRequest request(String name) {
        return Balanced.internal(name).subnets(lan.subnetA()).build();
    }

    private ElasticLoadBalancingV2Client as(AwsCredentials credentials) {
        return aws.elb(credentials, Region.US_EAST_1);
    }
}

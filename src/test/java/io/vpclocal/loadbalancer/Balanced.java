package io.vpclocal.loadbalancer;

import io.vpclocal.testing.Aws;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** A new account with a VPC of three subnets: two in the first zone, one in the second. */
record Balanced(
        String account,
        Ec2Client ec2,
        ElasticLoadBalancingV2Client elb,
        String vpcId,
        String subnetA,
        String otherSubnetA,
        String subnetB) {

    static Balanced in(Aws aws) {
        String account = Aws.newAccount();
        Ec2Client ec2 = aws.ec2(account);
        String vpcId = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        return new Balanced(
                account,
                ec2,
                aws.elb(account),
                vpcId,
                subnet(ec2, vpcId, "10.0.1.0/24", "us-east-1a"),
                subnet(ec2, vpcId, "10.0.2.0/24", "us-east-1a"),
                subnet(ec2, vpcId, "10.0.3.0/24", "us-east-1b"));
    }

    static String subnet(Ec2Client ec2, String vpcId, String cidr, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpcId).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    /** An internal network load balancer in both zones. */
    LoadBalancer network(String name) {
        return create(internal(name).subnets(subnetA, subnetB).build());
    }

    /** An internal application load balancer in both zones. */
    LoadBalancer application(String name) {
        return create(CreateLoadBalancerRequest.builder()
                .name(name)
                .scheme("internal")
                .subnets(subnetA, subnetB)
                .build());
    }

    LoadBalancer gateway(String name) {
        return create(CreateLoadBalancerRequest.builder()
                .name(name)
                .type("gateway")
                .subnets(subnetA)
                .build());
    }

    LoadBalancer create(CreateLoadBalancerRequest request) {
        return elb.createLoadBalancer(request).loadBalancers().get(0);
    }

    static CreateLoadBalancerRequest.Builder internal(String name) {
        return CreateLoadBalancerRequest.builder().name(name).type("network").scheme("internal");
    }

    /** A target group of IP addresses. */
    TargetGroup targets(String name, String protocol, int port) {
        return elb.createTargetGroup(r ->
                        r.name(name).protocol(protocol).port(port).vpcId(vpcId).targetType("ip"))
                .targetGroups()
                .get(0);
    }

    List<LoadBalancer> all() {
        return elb.describeLoadBalancers().loadBalancers();
    }

    void listen(LoadBalancer on, String protocol, int port, TargetGroup to) {
        elb.createListener(r -> r.loadBalancerArn(on.loadBalancerArn())
                .protocol(protocol)
                .port(port)
                .defaultActions(a -> a.type("forward").targetGroupArn(to.targetGroupArn())));
    }

    void register(TargetGroup with, TargetDescription... targets) {
        elb.registerTargets(r -> r.targetGroupArn(with.targetGroupArn()).targets(targets));
    }

    void set(TargetGroup on, Map<String, String> attributes) {
        elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(on.targetGroupArn())
                .attributes(attributes.entrySet().stream()
                        .map(each -> TargetGroupAttribute.builder()
                                .key(each.getKey())
                                .value(each.getValue())
                                .build())
                        .toList()));
    }

    Map<String, String> attributes(TargetGroup of) {
        return elb.describeTargetGroupAttributes(r -> r.targetGroupArn(of.targetGroupArn())).attributes().stream()
                .collect(Collectors.toMap(TargetGroupAttribute::key, TargetGroupAttribute::value));
    }

    List<TargetHealthDescription> health(TargetGroup of) {
        return elb.describeTargetHealth(r -> r.targetGroupArn(of.targetGroupArn()))
                .targetHealthDescriptions();
    }

    static String summary(TargetHealthDescription of) {
        return of.targetHealth().stateAsString() + " " + of.targetHealth().reasonAsString();
    }

    static TargetDescription target(String id, @Nullable Integer port) {
        return TargetDescription.builder().id(id).port(port).build();
    }
}

package io.vpclocal.traffic;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * A service of a new account behind a Network Load Balancer in zones a and b, whose listener for TCP 443 sends to port
 * 8443 of one instance in zone a.
 */
public final class BalancedService {

    public final Provider provider;
    public final String balancerArn;
    public final String targetGroupArn;
    public final String targetGroup;
    public final String instance;

    /** The network interface of the instance. */
    public final String target;

    public final String targetAddress;
    public final ServiceConfiguration service;

    /** @param balancerGroups security groups of the load balancer, made beforehand */
    public BalancedService(Aws aws, Provider provider, String consumer, String... balancerGroups) {
        this.provider = provider;
        LoadBalancer balancer = provider.elb
                .createLoadBalancer(r -> r.name("service")
                        .type(LoadBalancerTypeEnum.NETWORK)
                        .scheme(LoadBalancerSchemeEnum.INTERNAL)
                        .securityGroups(balancerGroups)
                        .subnets(provider.subnetIn('a'), provider.subnetIn('b')))
                .loadBalancers()
                .get(0);
        balancerArn = balancer.loadBalancerArn();
        targetGroup = group(provider, "targets");
        Instance made = provider.ec2
                .runInstances(r -> r.imageId("ami-12345678")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(provider.subnetIn('a'))
                        .securityGroupIds(targetGroup))
                .instances()
                .get(0);
        instance = made.instanceId();
        target = made.networkInterfaces().get(0).networkInterfaceId();
        targetAddress = made.privateIpAddress();
        targetGroupArn = provider.elb
                .createTargetGroup(r -> r.name("targets")
                        .protocol(ProtocolEnum.TCP)
                        .port(8443)
                        .vpcId(provider.vpc)
                        .targetType(TargetTypeEnum.INSTANCE))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        provider.elb.registerTargets(r -> r.targetGroupArn(targetGroupArn).targets(description()));
        provider.elb.createListener(r -> r.loadBalancerArn(balancerArn)
                .protocol(ProtocolEnum.TCP)
                .port(443)
                .defaultActions(a -> a.type("forward").targetGroupArn(targetGroupArn)));
        service = provider.create(r -> r.networkLoadBalancerArns(balancerArn).acceptanceRequired(false));
        provider.allow(service.serviceId(), consumer);
    }

    public TargetDescription description() {
        return TargetDescription.builder().id(instance).build();
    }

    /** A security group without inbound rules. */
    public static String group(Provider provider, String name) {
        return provider.ec2
                .createSecurityGroup(r -> r.vpcId(provider.vpc).groupName(name).description(name))
                .groupId();
    }

    public void allow(String group, int port, String cidr) {
        provider.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .ipRanges(range -> range.cidrIp(cidr))
                        .build()));
    }

    /** The load balancer's network interface in the zone of a letter: its id and private address. */
    public List<String> balancerIn(char zone) {
        return provider
                .ec2
                .describeNetworkInterfaces(r -> r.filters(
                        f -> f.name("subnet-id").values(provider.subnetIn(zone)),
                        f -> f.name("interface-type").values("network_load_balancer")))
                .networkInterfaces()
                .stream()
                .flatMap(found -> List.of(found.networkInterfaceId(), found.privateIpAddress()).stream())
                .toList();
    }

    /** State and reason of each target of a group. */
    List<String> health(String group) {
        return provider.elb.describeTargetHealth(r -> r.targetGroupArn(group)).targetHealthDescriptions().stream()
                .map(TargetHealthDescription::targetHealth)
                .map(health -> health.stateAsString() + " " + health.reasonAsString())
                .toList();
    }
}
